package dev.gantry.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The settings that the builds of the integration tests use: what they need is taken from the machine's own local
 * repository where it is there, and from Maven Central otherwise.
 */
final class Settings {

    private static final String TEXT = """
            <settings>
              <pluginGroups><pluginGroup>dev.gantry</pluginGroup></pluginGroups>
              <profiles>
                <profile>
                  <id>machine</id>
                  <repositories>%1$s</repositories>
                  <pluginRepositories>%2$s</pluginRepositories>
                </profile>
              </profiles>
              <activeProfiles><activeProfile>machine</activeProfile></activeProfiles>
            </settings>
            """;

    private static final String REPOSITORY = """
            <%1$s>
              <id>machine</id>
              <url>%2$s</url>
              <releases><checksumPolicy>ignore</checksumPolicy></releases>
              <snapshots><enabled>false</enabled></snapshots>
            </%1$s>
            """;

    private Settings() {}

    static synchronized Path file() {
        Path file = Path.of(MavenProject.property("it.target"), "it-settings.xml");
        String url =
                Path.of(MavenProject.property("it.machine.repository")).toUri().toString();
        try {
            Files.writeString(
                    file,
                    TEXT.formatted(
                            REPOSITORY.formatted("repository", url), REPOSITORY.formatted("pluginRepository", url)));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
