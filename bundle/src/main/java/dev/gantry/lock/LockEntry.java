package dev.gantry.lock;

/**
 * What a source is pinned to.
 *
 * @param source as the program names it
 * @param resolved the version that was chosen; empty for a file
 * @param digest of the copy, {@code sha256:} and hexadecimal digits
 * @param file the copy, by its path from the folder of the lock file on, such as {@code locked/redis-20.1.0.tgz}
 */
public record LockEntry(RemoteSource source, String resolved, String digest, String file)
        implements Comparable<LockEntry> {

    @Override
    public int compareTo(LockEntry other) {
        return source.compareTo(other.source);
    }
}
