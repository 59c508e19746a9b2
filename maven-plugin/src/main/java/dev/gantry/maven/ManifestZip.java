package dev.gantry.maven;

import dev.gantry.bundle.Bundle;
import dev.gantry.bundle.BundleDirectory;
import dev.gantry.bundle.BundleEnvironment;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.finding.FindingsException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** The manifests of a bundle in one file, whose bytes depend on nothing else. */
final class ManifestZip {

    /** The earliest that a zip file can say. */
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0, 0);

    private static final LocalDateTime LATEST = LocalDateTime.of(2107, 12, 31, 23, 59, 58);

    private final Path bundle;
    private final LocalDateTime time;

    /**
     * The manifests of this bundle.
     *
     * @param time what every entry has for its time
     */
    ManifestZip(Path bundle, LocalDateTime time) {
        this.bundle = bundle;
        this.time = time;
    }

    /**
     * The time that entries get.
     *
     * @param outputTimestamp Maven's property: ISO 8601, or seconds since 1970; anything shorter than two characters
     *     means that the build is not to be reproducible, but this file is
     */
    static LocalDateTime time(@Nullable String outputTimestamp) throws MojoFailureException {
        if (outputTimestamp == null || outputTimestamp.length() < 2) {
            return EARLIEST;
        }
        try {
            LocalDateTime time = outputTimestamp.chars().allMatch(c -> c >= '0' && c <= '9')
                    ? LocalDateTime.ofInstant(Instant.ofEpochSecond(Long.parseLong(outputTimestamp)), ZoneOffset.UTC)
                    : LocalDateTime.ofInstant(
                            OffsetDateTime.parse(outputTimestamp).toInstant(), ZoneOffset.UTC);
            return time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
        } catch (DateTimeException | NumberFormatException e) {
            throw new MojoFailureException("project.build.outputTimestamp is no time: " + outputTimestamp);
        }
    }

    /** Writes the file, unless it is there with these bytes already. */
    void write(Path file) throws MojoFailureException, MojoExecutionException {
        try {
            byte[] bytes = bytes();
            if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
                Files.write(file, bytes);
            }
        } catch (FindingsException e) {
            throw new MojoFailureException("The manifests cannot be attached: " + e.getMessage());
        } catch (IOException e) {
            throw new MojoExecutionException(file + " cannot be written", e);
        }
    }

    private byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : files()) {
                ZipEntry entry = new ZipEntry(name.startsWith("yaml/") ? name.substring("yaml/".length()) : name);
                entry.setTimeLocal(time);
                zip.putNextEntry(entry);
                zip.write(Files.readAllBytes(bundle.resolve(name)));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Those that the bundle lists: a file that someone else put beside them stays out. */
    private SortedSet<String> files() {
        SortedSet<String> files = new TreeSet<>();
        Bundle read = BundleDirectory.read(bundle);
        for (BundleEnvironment environment : read.environments()) {
            for (IndexEntry entry : environment.resources()) {
                files.add(entry.file());
            }
        }
        return files;
    }
}
