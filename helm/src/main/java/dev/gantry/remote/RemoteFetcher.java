package dev.gantry.remote;

import dev.gantry.bundle.Digest;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.lock.LockEntry;
import dev.gantry.lock.LockFile;
import dev.gantry.lock.LockRule;
import dev.gantry.lock.RemoteSource;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gets sources of other places, and keeps copies beside the lock file of a module. */
public final class RemoteFetcher {

    private final RemoteHttp http;
    private final Path module;

    /**
     * A fetcher.
     *
     * @param http access to servers
     * @param module the module's folder
     */
    public RemoteFetcher(RemoteHttp http, Path module) {
        this.http = http;
        this.module = module;
    }

    /**
     * Gets a source, and writes its copy.
     *
     * @param locked what it is pinned to: that version is asked for, and has to be the same; {@code null} to choose anew
     * @return what it is pinned to now
     * @throws FindingsException if it cannot be had, is not what the source names, or is not the same
     */
    public LockEntry fetch(RemoteSource source, @Nullable LockEntry locked) {
        check(source);
        try {
            Fetched fetched = get(source, locked == null ? source.version() : locked.resolved());
            FetchedContent.check(source, fetched);
            String digest = Digest.sha256(fetched.content());
            if (locked != null && !digest.equals(locked.digest())) {
                throw new FindingsException(Finding.of(
                                LockRule.CHANGED,
                                source + " has changed since it was locked: its digest is " + digest + ", and not "
                                        + locked.digest() + ".")
                        .hint(
                                "Find out why: what is published should not change. Then run mvn gantry:lock -Dgantry.update,"
                                        + " which locks what is there now."));
            }
            String file = "locked/" + fileName(source, fetched.version(), digest);
            Path copy = LockFile.folder(module).resolve(file);
            Files.createDirectories(Objects.requireNonNull(copy.getParent()));
            Files.write(copy, fetched.content());
            return new LockEntry(source, fetched.version(), digest, file);
        } catch (IllegalArgumentException e) {
            throw new FindingsException(Finding.of(
                            LockRule.UNREACHABLE, source + " leads to an address that is none: " + e.getMessage() + ".")
                    .hint("Ask who runs the server."));
        } catch (RemoteFailure e) {
            throw new FindingsException(Finding.of(LockRule.UNREACHABLE, source + " cannot be had: " + e.words() + ".")
                    .hint(e.hint()));
        } catch (IOException e) {
            throw new FindingsException(
                    Finding.of(LockRule.UNREACHABLE, "The copy of " + source + " cannot be written: " + e)
                            .hint("Free the disk, or grant the permission."));
        }
    }

    private Fetched get(RemoteSource source, String version) throws RemoteFailure {
        if (source.kind() == RemoteSource.RemoteKind.FILE) {
            return new Fetched("", http.get(URI.create(source.url())));
        }
        VersionRange range = VersionRange.parse(version);
        if (range == null) {
            throw new FindingsException(Finding.of(
                            LockRule.ADDRESS,
                            "\"" + version + "\" of " + source + " is neither a version nor a range of them.")
                    .hint("Write, for example, 20.1.0, 20.*, ~20.1, ^20 or >=20.1 <21."));
        }
        RemoteSource asked = new RemoteSource(source.kind(), source.url(), source.name(), version);
        return source.kind() == RemoteSource.RemoteKind.OCI
                ? OciRegistry.fetch(http, asked, range)
                : ChartRepository.fetch(http, asked, range);
    }

    /** What cannot be asked for at all. */
    private static void check(RemoteSource source) {
        URI address;
        try {
            address = new URI(source.url());
        } catch (URISyntaxException e) {
            throw address(source, "is no URL: " + e.getReason(), "Write https:// and a host.");
        }
        boolean oci = source.kind() == RemoteSource.RemoteKind.OCI;
        List<String> schemes = oci ? List.of("oci") : List.of("https", "http");
        if (address.getHost() == null || !schemes.contains(String.valueOf(address.getScheme()))) {
            throw address(
                    source,
                    "is no URL with " + String.join(" or ", schemes) + " and a host",
                    oci
                            ? "Write oci://registry.example.com/charts/redis."
                            : source.url().startsWith("oci:")
                                    ? "Name a chart of a registry with ChartSource.oci(url, version)."
                                    : "Write, for example, https://charts.example.com.");
        }
        if (address.getUserInfo() != null) {
            throw address(
                    source,
                    "has a name or a password in it, and would be committed with it",
                    "Leave it out, and add a <server> to Maven's settings.xml with " + address.getHost()
                            + " as its id.");
        }
    }

    private static FindingsException address(RemoteSource source, String problem, String hint) {
        String shown = source.url().replaceFirst("//[^/@]*@", "//...@");
        return new FindingsException(Finding.of(LockRule.ADDRESS, "The address " + shown + " " + problem + ".")
                .hint(hint));
    }

    static FindingsException noVersion(RemoteSource source, Collection<String> known) {
        List<String> newest = known.stream()
                .map(ChartVersion::parse)
                .filter(Objects::nonNull)
                .sorted(Comparator.reverseOrder())
                .limit(8)
                .map(ChartVersion::text)
                .toList();
        return new FindingsException(Finding.of(LockRule.NO_VERSION, "There is no version of " + source + ".")
                .hint(
                        newest.isEmpty()
                                ? "There are no versions at all."
                                : "The newest are " + String.join(", ", newest) + "."));
    }

    /** The name of a copy: of a chart its archive, and of a file its name with a part of the digest, since names repeat. */
    private static String fileName(RemoteSource source, String version, String digest) {
        String name = source.shortName().replaceAll("[^A-Za-z0-9._-]", "_");
        String part = digest.substring("sha256:".length(), "sha256:".length() + 8);
        if (source.kind() != RemoteSource.RemoteKind.FILE) {
            return name + "-" + version.replaceAll("[^A-Za-z0-9._-]", "_") + "-" + part + ".tgz";
        }
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name + "-" + part + ".yaml" : name.substring(0, dot) + "-" + part + name.substring(dot);
    }
}
