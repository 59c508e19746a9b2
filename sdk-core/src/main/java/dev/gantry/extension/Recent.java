package dev.gantry.extension;

import org.jspecify.annotations.Nullable;

/**
 * Remembers what was found out about a fixed number of texts. A program says the same few texts thousands of times, and to
 * look one up is far less work than to look at each of its characters.
 *
 * <p>Any number of threads may use it: at worst one does not see what another has remembered.
 *
 * @param <T> what there is to find out; cannot be changed
 */
final class Recent<T> {

    private static final int PLACES = 128;

    private record Entry(String text, Object value) {}

    private final @Nullable Entry[] entries = new Entry[PLACES];

    /** What is remembered of a text; {@code null} if nothing is. */
    @SuppressWarnings("unchecked")
    @Nullable
    T get(String text) {
        Entry entry = entries[place(text)];
        return entry != null && entry.text.equals(text) ? (T) entry.value : null;
    }

    /** Remembers it, in the place of another text. */
    void put(String text, T value) {
        entries[place(text)] = new Entry(text, value);
    }

    private static int place(String text) {
        int hash = text.hashCode();
        return (hash ^ (hash >>> 16)) & (PLACES - 1);
    }
}
