package dev.gantry.engine.release.history;

import dev.gantry.bundle.Digest;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.release.ReleaseRule;
import dev.gantry.engine.release.StackHome;
import dev.gantry.finding.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** A release as bytes, small and always the same. Holds the values of Secrets, so it goes into a Secret and nowhere else. */
public final class Contents {

    /** A Secret holds 1 MiB; what is left is for its metadata. */
    static final int PART = 1_000_000;

    /** Ten revisions of this size are 40 MB of etcd, whose default quota is 2 GB. */
    static final int MOST_PARTS = 4;

    private final byte[] bytes;
    private final String digest;
    private final int objects;

    private Contents(byte[] bytes, String digest, int objects) {
        this.bytes = bytes;
        this.digest = digest;
        this.objects = objects;
    }

    /** The contents of a revision that consists of this release. */
    public static Contents of(Release release) {
        MessageDigest sha256 = Digest.sha256();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zipped = new GZIPOutputStream(bytes)) {
            // Lines of the program are not part of what is deployed: moving one is no change.
            ReleaseLines.writeOrigins(release, zipped);
            ReleaseLines.writeObjects(release, new DigestOutputStream(zipped, sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Contents(
                bytes.toByteArray(), Digest.text(sha256), release.objects().size());
    }

    /** {@code sha256:} and the hash of what is deployed. */
    public String digest() {
        return digest;
    }

    /** How many objects it consists of. */
    public int objects() {
        return objects;
    }

    /** What is to be said before the first write: that the history cannot keep it. */
    public Optional<Finding> finding(StackHome home) {
        if (bytes.length <= PART * MOST_PARTS) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
                        ReleaseRule.LARGE_REVISION,
                        "The stack " + home.stack() + " has " + bytes.length / 1024
                                + " KiB when compressed, and a revision "
                                + PART * MOST_PARTS / 1024 + " KiB at most: it is recorded without its contents,"
                                + " and cannot be rolled back to.")
                .hint("Divide the stack; or move large data out of its ConfigMaps and Secrets.")
                .in(null, home.stack()));
    }

    /** The bytes in pieces that fit into a Secret each; none if there would be too many. */
    List<byte[]> parts() {
        List<byte[]> parts = new ArrayList<>();
        if (bytes.length <= PART * MOST_PARTS) {
            for (int from = 0; from < bytes.length; from += PART) {
                parts.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PART)));
            }
        }
        return parts;
    }

    /** Says how large it is, and nothing of what it holds. */
    @Override
    public String toString() {
        return digest + " (" + objects + " objects, " + bytes.length + " bytes)";
    }
}
