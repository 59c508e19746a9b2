package dev.gantry.bundle;

/**
 * What writing a bundle did to its directory. Only the files that were handed in are counted, not the index and the
 * like that go with them.
 *
 * @param written files that are new or have other bytes than before
 * @param unchanged files that were not touched, because they had the right bytes
 * @param deleted files of an earlier run that are no longer made
 */
public record WriteResult(int written, int unchanged, int deleted) {}
