package dev.gantry.lock;

import java.util.Comparator;
import java.util.Locale;

/**
 * Something of another place, as a program names it.
 *
 * @param kind how it is had
 * @param url of the chart's repository, of the chart in a registry, or of the file
 * @param name of the chart in its repository; empty for others
 * @param version of a chart, or a range of versions; empty for a file
 */
public record RemoteSource(RemoteKind kind, String url, String name, String version)
        implements Comparable<RemoteSource> {

    private static final Comparator<RemoteSource> ORDER = Comparator.comparing(RemoteSource::kind)
            .thenComparing(RemoteSource::url)
            .thenComparing(RemoteSource::name)
            .thenComparing(RemoteSource::version);

    /** How something is had from another place. */
    public enum RemoteKind {
        /** A chart of a repository that has an {@code index.yaml}. */
        CHART,
        /** A chart of an OCI registry. */
        OCI,
        /** A file. */
        FILE;

        /** As the lock file has it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A chart of a repository. */
    public static RemoteSource chart(String repository, String name, String version) {
        return new RemoteSource(RemoteKind.CHART, repository, name, version);
    }

    /** A chart of an OCI registry, whose URL begins with {@code oci://}. */
    public static RemoteSource oci(String url, String version) {
        return new RemoteSource(RemoteKind.OCI, url, "", version);
    }

    /** A file. */
    public static RemoteSource file(String url) {
        return new RemoteSource(RemoteKind.FILE, url, "", "");
    }

    /** The last part of its address, which a copy is named for. */
    public String shortName() {
        if (!name.isEmpty()) {
            return name;
        }
        String path = url.replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public int compareTo(RemoteSource other) {
        return ORDER.compare(this, other);
    }

    /** As people name it, such as {@code redis 20.* of https://charts.example.com}. */
    @Override
    public String toString() {
        return switch (kind) {
            case CHART -> name + " " + version + " of " + url;
            case OCI -> url + " " + version;
            case FILE -> url;
        };
    }
}
