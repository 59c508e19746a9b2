package dev.gantry.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

class AttachIT {

    @Test
    void should_install_the_same_zip_of_the_manifests_each_time() throws IOException {
        MavenProject shop = MavenProject.of("shop", "attach", MavenProject.NEWEST);
        Path installed = Path.of(
                MavenProject.property("it.repository"), "com", "acme", "shop", "1.2.3", "shop-1.2.3-manifests.zip");
        Files.deleteIfExists(installed);

        shop.maven("install", "-Dgantry.attach").succeeds();
        byte[] first = Files.readAllBytes(installed);
        try (ZipFile zip = new ZipFile(installed.toFile())) {
            List<? extends ZipEntry> entries = zip.stream().toList();
            assertThat(entries)
                    .extracting(ZipEntry::getName)
                    .allMatch(name -> name.matches("(production|staging)/shop/\\d+-[a-z-]+\\.yaml"))
                    .isSorted()
                    .hasSize(6);
            assertThat(entries).extracting(ZipEntry::getTimeLocal).containsOnly(LocalDateTime.of(2024, 5, 6, 7, 8, 10));
        }

        shop.delete("target");
        shop.maven("-o", "package", "-Dgantry.attach").succeeds();
        assertThat(shop.file("target/shop-1.2.3-manifests.zip")).hasBinaryContent(first);
    }
}
