package dev.gantry.differencing;

import dev.gantry.differencing.Formula.Part;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes texts of several runs apart, all in step: into what is the same in all of them, and values that stand there as text. Values
 * that vary from run to run can hardly stand at the same place by chance.
 */
final class TextParser {

    private final List<String> texts;
    private final List<Candidate> candidates;
    private final List<Part> parts = new ArrayList<>();
    /** Positions behind values from which there was no way on. */
    private final Set<IntBuffer> visited = new HashSet<>();

    /** How many values may be tried: texts in which that is not enough would be no pleasure to read either. */
    private int budget = 5_000;

    /**
     * A value as text, in each run.
     *
     * @param part what it becomes
     * @param texts in the order of the runs
     */
    record Candidate(Part part, List<String> texts) {

        /** Whether it varies: else it would be found wherever the runs happen to have that text. */
        boolean varies() {
            String first = texts.get(0);
            for (String text : texts) {
                if (!text.equals(first)) {
                    return true;
                }
            }
            return false;
        }

        int length() {
            int length = 0;
            for (String text : texts) {
                length += text.length();
            }
            return length;
        }
    }

    private TextParser(List<String> texts, List<Candidate> candidates) {
        this.texts = texts;
        this.candidates = candidates;
    }

    /** The parts; {@code null} if the texts cannot be taken apart. */
    static @Nullable List<Part> parse(List<String> texts, List<Candidate> candidates) {
        List<Candidate> longestFirst = new ArrayList<>(candidates);
        longestFirst.removeIf(candidate -> !candidate.varies());
        IdentityHashMap<Candidate, Integer> lengths = new IdentityHashMap<>();
        longestFirst.forEach(candidate -> lengths.put(candidate, candidate.length()));
        longestFirst.sort(Comparator.comparing((Candidate candidate) -> lengths.getOrDefault(candidate, 0))
                .reversed());
        TextParser parser = new TextParser(texts, longestFirst);
        return parser.parse(new int[texts.size()]) ? joined(parser.parts) : null;
    }

    private boolean parse(int[] start) {
        if (--budget < 0 || !visited.add(IntBuffer.wrap(start))) {
            return false;
        }
        int[] at = start;
        int size = parts.size();
        while (!isEnd(at)) {
            for (Candidate candidate : candidates) {
                int[] next = after(candidate, at);
                if (next != null) {
                    parts.add(candidate.part());
                    if (parse(next)) {
                        return true;
                    }
                    parts.remove(parts.size() - 1);
                }
            }
            int[] next = afterCharacter(at);
            if (next == null) {
                parts.subList(size, parts.size()).clear();
                return false;
            }
            parts.add(new Part.Fixed(texts.get(0).substring(at[0], next[0])));
            at = next;
        }
        return true;
    }

    private boolean isEnd(int[] at) {
        for (int i = 0; i < at.length; i++) {
            if (at[i] < texts.get(i).length()) {
                return false;
            }
        }
        return true;
    }

    private int @Nullable [] after(Candidate candidate, int[] at) {
        int[] next = new int[at.length];
        boolean progress = false;
        for (int i = 0; i < at.length; i++) {
            String text = candidate.texts().get(i);
            if (!texts.get(i).startsWith(text, at[i])) {
                return null;
            }
            next[i] = at[i] + text.length();
            progress |= !text.isEmpty();
        }
        return progress ? next : null;
    }

    private int @Nullable [] afterCharacter(int[] at) {
        int[] next = new int[at.length];
        char expected = 0;
        for (int i = 0; i < at.length; i++) {
            String text = texts.get(i);
            if (at[i] >= text.length() || (i > 0 && text.charAt(at[i]) != expected)) {
                return null;
            }
            expected = text.charAt(at[i]);
            next[i] = at[i] + 1;
        }
        return next;
    }

    private static List<Part> joined(List<Part> parts) {
        List<Part> joined = new ArrayList<>();
        StringBuilder fixed = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Part.Fixed one) {
                fixed.append(one.text());
            } else {
                if (!fixed.isEmpty()) {
                    joined.add(new Part.Fixed(fixed.toString()));
                    fixed.setLength(0);
                }
                joined.add(part);
            }
        }
        if (!fixed.isEmpty()) {
            joined.add(new Part.Fixed(fixed.toString()));
        }
        return joined;
    }
}
