package dev.gantry.engine.order;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/** Which of a number of things go before which. Keeps no recursion on the stack, since chains may be long. */
final class Precedence {

    private final List<List<Integer>> followers;

    Precedence(int size) {
        this.followers = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            followers.add(new ArrayList<>(2));
        }
    }

    void add(int first, int then) {
        followers.get(first).add(then);
    }

    List<Integer> after(int node) {
        return followers.get(node);
    }

    int size() {
        return followers.size();
    }

    /** For each the number of its circle: those that have to go before each other have the same (Tarjan's algorithm). */
    int[] circles() {
        return new StrongComponents().find();
    }

    /** All of them, those that may go first by their number; what is in a circle is missing. */
    List<Integer> sorted() {
        int[] open = new int[size()];
        for (List<Integer> some : followers) {
            some.forEach(then -> open[then]++);
        }
        PriorityQueue<Integer> free = new PriorityQueue<>();
        for (int i = 0; i < open.length; i++) {
            if (open[i] == 0) {
                free.add(i);
            }
        }
        List<Integer> sorted = new ArrayList<>(open.length);
        for (Integer next = free.poll(); next != null; next = free.poll()) {
            sorted.add(next);
            for (int then : after(next)) {
                open[then]--;
                if (open[then] == 0) {
                    free.add(then);
                }
            }
        }
        return sorted;
    }

    /** The shortest way from one back to itself, beginning with it; it is in a circle. */
    List<Integer> wayBack(int start) {
        int[] before = new int[size()];
        Arrays.fill(before, -1);
        Deque<Integer> next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            int at = next.remove();
            for (int then : after(at)) {
                if (then == start) {
                    return way(before, at, start);
                }
                if (before[then] < 0) {
                    before[then] = at;
                    next.add(then);
                }
            }
        }
        throw new IllegalArgumentException(start + " is in no circle");
    }

    private static List<Integer> way(int[] before, int end, int start) {
        List<Integer> way = new ArrayList<>();
        for (int at = end; at != start; at = before[at]) {
            way.add(at);
        }
        way.add(start);
        Collections.reverse(way);
        return way;
    }

    private final class StrongComponents {

        private final int[] number = new int[size()];
        private final int[] lowest = new int[size()];
        private final int[] circle = new int[size()];
        private final int[] done = new int[size()];
        private final Deque<Integer> path = new ArrayDeque<>();
        private final Deque<Integer> open = new ArrayDeque<>();
        private int count;
        private int circles;

        int[] find() {
            Arrays.fill(circle, -1);
            for (int i = 0; i < size(); i++) {
                if (number[i] == 0) {
                    from(i);
                }
            }
            return circle;
        }

        private void from(int start) {
            enter(start);
            while (!path.isEmpty()) {
                int at = path.element();
                if (done[at] < after(at).size()) {
                    int then = after(at).get(done[at]++);
                    if (number[then] == 0) {
                        enter(then);
                    } else if (circle[then] < 0) {
                        lowest[at] = Math.min(lowest[at], number[then]);
                    }
                } else {
                    leave(at);
                }
            }
        }

        private void enter(int node) {
            number[node] = ++count;
            lowest[node] = number[node];
            path.push(node);
            open.push(node);
        }

        private void leave(int node) {
            path.pop();
            if (!path.isEmpty()) {
                lowest[path.element()] = Math.min(lowest[path.element()], lowest[node]);
            }
            if (lowest[node] == number[node]) {
                int member;
                do {
                    member = open.pop();
                    circle[member] = circles;
                } while (member != node);
                circles++;
            }
        }
    }
}
