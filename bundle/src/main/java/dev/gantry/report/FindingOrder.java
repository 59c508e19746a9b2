package dev.gantry.report;

import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order in which findings are shown: errors first, then by place, then by whatever tells them apart. */
enum FindingOrder implements Comparator<Finding> {
    BY_WEIGHT_AND_PLACE;

    @Override
    public int compare(Finding a, Finding b) {
        int order = a.severity().compareTo(b.severity());
        order = order != 0 ? order : compare(a.origin(), b.origin());
        order = order != 0 ? order : a.code().compareTo(b.code());
        order = order != 0 ? order : compare(a.stack(), b.stack());
        order = order != 0 ? order : compare(a.resource(), b.resource());
        order = order != 0 ? order : compareFields(a.field(), b.field());
        order = order != 0 ? order : a.message().compareTo(b.message());
        order = order != 0 ? order : compare(a.environment(), b.environment());
        order = order != 0 ? order : a.hint().compareTo(b.hint());
        order = order != 0 ? order : compare(a.reason(), b.reason());
        return order != 0 ? order : compare(a.related(), b.related());
    }

    private static int compare(@Nullable Origin a, @Nullable Origin b) {
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        int order = a.path().compareTo(b.path());
        order = order != 0 ? order : a.kind().compareTo(b.kind());
        order = order != 0 ? order : Integer.compare(a.line(), b.line());
        return order != 0 ? order : Integer.compare(a.column(), b.column());
    }

    private static int compare(@Nullable String a, @Nullable String b) {
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        return a.compareTo(b);
    }

    /** Paths, in which {@code rules[2]} comes before {@code rules[10]}. */
    private static int compareFields(@Nullable String a, @Nullable String b) {
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        int at = 0;
        while (at < a.length() && at < b.length() && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        while (at > 0 && isDigit(a, at - 1)) {
            at--;
        }
        int endOfA = endOfDigits(a, at);
        int endOfB = endOfDigits(b, at);
        boolean indices = at > 0 && a.charAt(at - 1) == '[' && endOfA > at && endOfB > at;
        int order = indices ? Integer.compare(endOfA, endOfB) : 0; // an index has no zeros before it
        return order != 0 ? order : a.compareTo(b);
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text, end)) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static int compare(List<Finding.Related> a, List<Finding.Related> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = compare(a.get(i).origin(), b.get(i).origin());
            order = order != 0 ? order : a.get(i).message().compareTo(b.get(i).message());
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }
}
