package dev.gantry.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Two lists side by side: what is the same in both stands in one row, in as many rows as possible. */
final class Alignment {

    /** Beyond that, rows are made by position: so long a list is not read by people, and time grows with the square. */
    private static final long LARGEST = 4_000_000;

    private Alignment() {}

    /**
     * A row.
     *
     * @param before the index in the first list; -1 if the row is only in the second
     * @param after the index in the second list; -1 if the row is only in the first
     * @param same whether both are the same
     */
    record Row(int before, int after, boolean same) {}

    /** The rows of these lists; what is not the same, and stands at one place, may share a row. */
    static <T> List<Row> of(List<T> before, List<T> after, BiPredicate<T, T> same, boolean share) {
        List<Row> rows = new ArrayList<>();
        List<int[]> equal = (long) before.size() * after.size() > LARGEST ? List.of() : equal(before, after, same);
        int i = 0;
        int j = 0;
        for (int[] pair : equal) {
            gap(rows, i, pair[0], j, pair[1], share);
            rows.add(new Row(pair[0], pair[1], true));
            i = pair[0] + 1;
            j = pair[1] + 1;
        }
        gap(rows, i, before.size(), j, after.size(), share);
        return rows;
    }

    private static void gap(List<Row> rows, int before, int beforeEnd, int after, int afterEnd, boolean share) {
        int i = before;
        int j = after;
        while (share && i < beforeEnd && j < afterEnd) {
            rows.add(new Row(i++, j++, false));
        }
        while (i < beforeEnd) {
            rows.add(new Row(i++, -1, false));
        }
        while (j < afterEnd) {
            rows.add(new Row(-1, j++, false));
        }
    }

    /** The longest common subsequence, as pairs of indices. */
    private static <T> List<int[]> equal(List<T> before, List<T> after, BiPredicate<T, T> same) {
        int[][] length = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                length[i][j] = same.test(before.get(i), after.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        List<int[]> pairs = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() && j < after.size()) {
            if (same.test(before.get(i), after.get(j))) {
                pairs.add(new int[] {i++, j++});
            } else if (length[i + 1][j] >= length[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return pairs;
    }
}
