package dev.gantry.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.gantry.helm.Helm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A program that takes in charts from a folder, an archive and a repository on this machine, and a published file. */
class LockIT {

    private static final String LOCK = "src/main/gantry/gantry.lock";

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private HttpServer server;
    private MavenProject project;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = files.get(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
            exchange.getResponseBody().write(body == null ? new byte[0] : body);
            exchange.close();
        });
        server.start();
        project = MavenProject.of("lock", "lock", MavenProject.NEWEST);
        String place = "http://127.0.0.1:" + server.getAddress().getPort();
        project.replace("src/main/gantry/production.yaml", "http://127.0.0.1:1", place);
        Path archive = Helm.load().pack(project.file("charts/note"), project.file("charts"), null, null);
        files.put("/charts/note-1.0.0.tgz", Files.readAllBytes(archive));
        file("/charts/index.yaml", "entries: {note: [{version: 1.0.0, urls: [note-1.0.0.tgz]}]}\n");
        file("/install.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: published}, data: {version: one}}\n");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void file(String path, String content) {
        files.put(path, content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void should_lock_what_the_program_takes_and_find_what_is_not_as_it_was_locked() {
        project.maven("process-classes", "gantry:generate")
                .fails()
                .says(
                        "error GTY-LCK-001 src/main/java/com/acme/Stores.java:20",
                        "note 1.* of http://127.0.0.1:",
                        "Run mvn gantry:lock",
                        "error GTY-LCK-001 src/main/java/com/acme/Stores.java:22",
                        "2 errors");

        project.maven("gantry:lock")
                .succeeds()
                .says("locked   note 1.* of http://127.0.0.1:", "at 1.0.0", "2 sources are locked in " + LOCK);
        assertThat(project.text(LOCK)).contains("\"resolved\": \"1.0.0\"", "\"kind\": \"file\"");

        server.stop(0);
        project.maven("gantry:generate", "gantry:validate", "-Dgantry.kubernetesVersion=1.31")
                .succeeds();
        assertThat(project.manifest(".", "production/stores", "configmap-remote-note"))
                .contains("mood: busy", "namespace: stores", "kubernetes: v1.31.0");
        assertThat(project.manifest(".", "production/stores", "configmap-folder-note"))
                .contains("mood: calm");
        assertThat(project.manifest(".", "production/stores", "configmap-archive-note"))
                .contains("mood: calm");
        assertThat(project.manifest(".", "production/stores", "configmap-published"))
                .contains("version: one");

        project.write("src/main/gantry/locked/install.yaml", "unused");
        String copy = project.text(LOCK).replaceFirst("(?s).*\"file\": \"(locked/install-[^\"]*)\".*", "$1");
        project.write("src/main/gantry/" + copy, "{apiVersion: v1, kind: Namespace, metadata: {name: surprise}}\n");
        project.maven("gantry:generate").fails().says("error GTY-LCK-002", copy, "is not what was locked");
    }

    @Test
    void should_refuse_other_content_unless_it_is_asked_to_update() {
        project.maven("process-classes", "gantry:lock").succeeds();
        file("/install.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: published}, data: {version: two}}\n");

        project.maven("gantry:lock").fails().says("error GTY-LCK-007", "install.yaml has changed since it was locked");
        project.maven("gantry:lock", "-Dgantry.update")
                .succeeds()
                .says("updated  http://127.0.0.1:", "with other content");
        project.maven("gantry:lock").succeeds().says("as before");
        project.replace(
                "src/main/java/com/acme/Stores.java",
                "stores.addAll(Raw.remote(env.place() + \"/install.yaml\"));",
                "");
        project.maven("process-classes", "gantry:lock")
                .succeeds()
                .says("removed  http://127.0.0.1:", "1 source is locked");
    }

    @Test
    void should_tell_of_a_value_that_the_schema_of_a_chart_forbids_at_the_authors_line() {
        project.replace("src/main/java/com/acme/Stores.java", "v.set(\"mood\", \"busy\")", "v.set(\"mood\", 7)");

        project.maven("process-classes", "gantry:lock")
                .fails()
                .says(
                        "error GTY-HLM-110 src/main/java/com/acme/Stores.java:21 chart remote mood",
                        "The schema of the chart note does not allow mood: got number, want string.");
        assertThat(project.text(LOCK)).as("it is locked all the same").contains("note-1.0.0");
    }
}
