package dev.gantry.benchmarks.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was measured: every value, by contender and number of resources. */
final class Figures {

    private final SortedMap<String, SortedMap<Integer, List<Double>>> values = new TreeMap<>();

    void add(String contender, int resources, double value) {
        values.computeIfAbsent(contender, x -> new TreeMap<>())
                .computeIfAbsent(resources, x -> new ArrayList<>())
                .add(value);
    }

    /** The median; not-a-number where nothing was measured. */
    double median(String contender, int resources) {
        return median(values.getOrDefault(contender, new TreeMap<>()).getOrDefault(resources, List.of()));
    }

    /** How the cost beyond that of an empty JVM grows: the slope of its logarithm over that of the number of resources. */
    double slope(String contender, String base, List<Integer> sizes) {
        double n = sizes.size();
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        for (int size : sizes) {
            double log = Math.log(size);
            double cost = Math.log(median(contender, size) - median(base, size));
            x += log;
            y += cost;
            xx += log * log;
            xy += log * cost;
        }
        return (n * xy - x * y) / (n * xx - x * x);
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
