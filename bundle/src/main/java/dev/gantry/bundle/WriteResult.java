package dev.gantry.bundle;

import java.util.List;

/**
 * What writing a bundle did to its directory. Only the files that were handed in are counted, not the index and the
 * like that go with them.
 *
 * @param written files that are new or have other bytes than before
 * @param unchanged files that were not touched, because they had the right bytes
 * @param deleted files of an earlier run that are no longer made
 * @param gone folders right below the root of which nothing is made any more, sorted
 */
public record WriteResult(int written, int unchanged, int deleted, List<String> gone) {

    /** Copies the list. */
    public WriteResult {
        gone = List.copyOf(gone);
    }
}
