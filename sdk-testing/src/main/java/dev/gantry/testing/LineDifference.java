package dev.gantry.testing;

import java.util.ArrayList;
import java.util.List;

/** The lines that one text has and another has not, with some lines around them. */
final class LineDifference {

    private static final int CONTEXT = 3;
    /** Beyond it, what is between the first and the last difference is shown as replaced. */
    private static final int LARGEST_TABLE = 4_000_000;

    private final List<String> marked = new ArrayList<>();
    private int first = -1;

    private LineDifference() {}

    /**
     * Compares texts by the longest sequence of lines that both have.
     *
     * @param approved the lines that were expected
     * @param received the lines that are there
     */
    static LineDifference between(List<String> approved, List<String> received) {
        LineDifference difference = new LineDifference();
        int start = 0;
        while (start < Math.min(approved.size(), received.size())
                && approved.get(start).equals(received.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(approved.size(), received.size()) - start
                && approved.get(approved.size() - 1 - end).equals(received.get(received.size() - 1 - end))) {
            end++;
        }
        approved.subList(0, start).forEach(line -> difference.marked.add("  " + line));
        difference.first = start;
        difference.compare(
                approved.subList(start, approved.size() - end), received.subList(start, received.size() - end));
        approved.subList(approved.size() - end, approved.size()).forEach(line -> difference.marked.add("  " + line));
        return difference;
    }

    /** How many lines of the approved text stand before the first difference. */
    int before() {
        return first;
    }

    /** The differing lines, {@code -} for approved and {@code +} for received, and what stands around them. */
    List<String> hunks() {
        List<String> shown = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < marked.size(); i++) {
            if (isNearChange(i)) {
                if (last >= 0 && i > last + 1) {
                    shown.add("  ...");
                }
                shown.add(marked.get(i));
                last = i;
            }
        }
        return shown;
    }

    private boolean isNearChange(int index) {
        int to = Math.min(index + CONTEXT, marked.size() - 1);
        for (int i = Math.max(index - CONTEXT, 0); i <= to; i++) {
            if (!marked.get(i).startsWith(" ")) {
                return true;
            }
        }
        return false;
    }

    private void compare(List<String> approved, List<String> received) {
        int rows = approved.size();
        int columns = received.size();
        int[][] common = (long) rows * columns > LARGEST_TABLE ? new int[0][] : common(approved, received);
        int row = 0;
        int column = 0;
        while (row < rows || column < columns) {
            boolean both = row < rows && column < columns && common.length > 0;
            if (both && approved.get(row).equals(received.get(column))) {
                marked.add("  " + approved.get(row++));
                column++;
            } else if (row < rows && (!both || common[row + 1][column] >= common[row][column + 1])) {
                marked.add("- " + approved.get(row++));
            } else {
                marked.add("+ " + received.get(column++));
            }
        }
    }

    /** How many lines the rests of both texts have in common, from each pair of lines on. */
    private static int[][] common(List<String> approved, List<String> received) {
        int[][] common = new int[approved.size() + 1][received.size() + 1];
        for (int row = approved.size() - 1; row >= 0; row--) {
            for (int column = received.size() - 1; column >= 0; column--) {
                common[row][column] = approved.get(row).equals(received.get(column))
                        ? common[row + 1][column + 1] + 1
                        : Math.max(common[row + 1][column], common[row][column + 1]);
            }
        }
        return common;
    }
}
