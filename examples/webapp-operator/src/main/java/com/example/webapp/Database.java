package com.example.webapp;

import com.example.webapp.WebAppSpec.DatabaseType;
import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.config.SecretKey;
import dev.gantry.network.Service;
import dev.gantry.storage.AccessMode;
import dev.gantry.storage.PersistentVolumeClaim;
import dev.gantry.storage.VolumeClaim;
import dev.gantry.workload.Container;
import dev.gantry.workload.Probe;
import dev.gantry.workload.StatefulSet;
import dev.gantry.workload.Volume;

/** The database of a {@link WebApp}: one pod with a volume, a Service, and a password that nobody has to invent. */
final class Database {

    private static final String NAME = "app";

    private final Kind kind;
    private final Service service;
    private final SecretKey password;

    /** What differs between databases. */
    private enum Kind {
        POSTGRESQL("postgresql", Image.of("postgres", "17.2"), Port.tcp("postgresql", 5432), "/var/lib/postgresql/data"),
        MYSQL("mysql", Image.of("mysql", "8.4.3"), Port.tcp("mysql", 3306), "/var/lib/mysql");

        private final String word;
        private final Image image;
        private final Port port;
        private final String folder;

        Kind(String word, Image image, Port port, String folder) {
            this.word = word;
            this.image = image;
            this.port = port;
            this.folder = folder;
        }
    }

    private Database(Kind kind, Service service, SecretKey password) {
        this.kind = kind;
        this.service = service;
        this.password = password;
    }

    /** Adds the database that a WebApp asks for to its stack; null if it asks for none. */
    static Database of(WebApp app, Stack stack) {
        WebAppSpec.Database asked = app.getSpec().database();
        if (asked == null || !asked.enabled()) {
            return null;
        }
        Kind kind = asked.type() == DatabaseType.MYSQL ? Kind.MYSQL : Kind.POSTGRESQL;
        // Each kind of database has a name of its own, so that to change it leaves the other's data alone.
        String name = app.name() + "-" + kind.word;
        SecretKey password = stack.generatedSecret(name, "password", 32);
        PersistentVolumeClaim claim = stack.add(PersistentVolumeClaim.of(
                name, VolumeClaim.of(asked.size(), AccessMode.READ_WRITE_ONCE), c -> {}));
        Service service = stack.add(Service.of(name, s -> s
                .headless()
                .selector(NAME, name)
                .port(kind.port)));
        stack.add(StatefulSet.of(name, s -> s
                .selector(NAME, name)
                .service(service)
                .replicas(1)
                .container(kind.word, kind.image, c -> {
                    c.ports(kind.port)
                            .mount(Volume.claim("data", claim), kind.folder, m -> m.subPath("data"))
                            .requests("100m", "512Mi").limits("1", "512Mi")
                            .readiness(Probe.tcpSocket(kind.port));
                    initialize(kind, c, password);
                })));
        return new Database(kind, service, password);
    }

    private static void initialize(Kind kind, Container c, SecretKey password) {
        if (kind == Kind.POSTGRESQL) {
            c.env("POSTGRES_DB", NAME).env("POSTGRES_USER", NAME).env("POSTGRES_PASSWORD", password);
        } else {
            c.env("MYSQL_DATABASE", NAME).env("MYSQL_USER", NAME).env("MYSQL_PASSWORD", password)
                    .env("MYSQL_RANDOM_ROOT_PASSWORD", "yes");
        }
    }

    /** Tells a container how to reach it. */
    void connect(Container c) {
        c.env("DATABASE_PASSWORD", password)
                .env("DATABASE_URL", kind.word + "://" + NAME + ":$(DATABASE_PASSWORD)@" + service.name() + ":"
                        + kind.port.number() + "/" + NAME);
    }
}
