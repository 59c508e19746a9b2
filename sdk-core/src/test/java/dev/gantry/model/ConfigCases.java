package dev.gantry.model;

import dev.gantry.Text;
import dev.gantry.config.ConfigMap;
import dev.gantry.config.Secret;
import dev.gantry.config.SecretType;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.nio.file.Path;
import java.util.List;

final class ConfigCases {

    private ConfigCases() {}

    static List<Case> cases() {
        return List.of(
                new Case(
                        "a ConfigMap of texts and files",
                        ConfigMap.of(
                                "app",
                                c -> c.text("mode", "fast")
                                        .text("host", Text.join("db.", Text.of("shop")))
                                        .text("empty", "")
                                        .file("app.properties", Path.of("conf/app.properties"))
                                        .file("logo", Path.of("conf/logo.bin"))
                                        .bytes("salt", new byte[] {1, 2, (byte) 200})
                                        .immutable()),
                        new ConfigMapBuilder()
                                .withMetadata(Cases.named("app").build())
                                .addToData("mode", "fast")
                                .addToData("host", "db.shop")
                                .addToData("empty", "")
                                .addToData("app.properties", "text of conf/app.properties\n")
                                .addToBinaryData("logo", "/wAH")
                                .addToBinaryData("salt", "AQLI")
                                .withImmutable(true)
                                .build()),
                new Case(
                        "a ConfigMap of a folder, in which a text wins over a file",
                        ConfigMap.of("folder", c -> c.directory(Path.of("conf")).text("z.txt", "said here")),
                        new ConfigMapBuilder()
                                .withMetadata(Cases.named("folder").build())
                                .addToData("a.yaml", "text of conf/a.yaml\n")
                                .addToData("z.txt", "said here")
                                .addToBinaryData("logo.bin", "/wAH")
                                .build()),
                new Case(
                        "a Secret of texts, bytes and files",
                        Secret.of(
                                "keys",
                                s -> s.text("user", "ann")
                                        .text("host", Text.of("db.shop"))
                                        .bytes("salt", new byte[] {1, 2, (byte) 200})
                                        .file("cert", Path.of("tls/cert.pem"))
                                        .directory(Path.of("more"))
                                        .type(SecretType.BASIC_AUTH)
                                        .immutable()),
                        new SecretBuilder()
                                .withMetadata(Cases.named("keys").build())
                                .addToStringData("user", "ann")
                                .addToStringData("host", "db.shop")
                                .addToData("salt", "AQLI")
                                .addToData("cert", "dGV4dCBvZiB0bHMvY2VydC5wZW0K")
                                .addToData("a.yaml", "dGV4dCBvZiBtb3JlL2EueWFtbAo=")
                                .addToData("logo.bin", "/wAH")
                                .addToData("z.txt", "dGV4dCBvZiBtb3JlL3oudHh0Cg==")
                                .withType("kubernetes.io/basic-auth")
                                .withImmutable(true)
                                .build()),
                new Case(
                        "a Secret of a type of one's own",
                        Secret.of("token", s -> s.type("example.com/token")),
                        new SecretBuilder()
                                .withMetadata(Cases.named("token").build())
                                .withType("example.com/token")
                                .build()));
    }
}
