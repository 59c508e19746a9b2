package dev.gantry.engine.order;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts things into layers: by band, and inside of a band by what goes before what. */
final class Layers {

    private Layers() {}

    /** Where a thing is; a layer is what is at one place. */
    private record Place(int band, int level) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            return band != other.band ? Integer.compare(band, other.band) : Integer.compare(level, other.level);
        }

        /** The first place that is not before this one, and after the other. */
        Place after(Place other) {
            return compareTo(other) > 0 ? this : new Place(other.band, other.level + 1);
        }
    }

    /**
     * The layers, one after the other; the things are numbers from 0.
     *
     * @param bands of each thing; it is in none before that
     * @param precedence without circles
     */
    static List<List<Integer>> of(List<Integer> bands, Precedence precedence) {
        List<Place> places = new ArrayList<>(bands.size());
        bands.forEach(band -> places.add(new Place(band, 0)));
        for (int number : precedence.sorted()) {
            for (int then : precedence.after(number)) {
                places.set(then, places.get(then).after(places.get(number)));
            }
        }
        SortedMap<Place, List<Integer>> layers = new TreeMap<>();
        for (int i = 0; i < places.size(); i++) {
            layers.computeIfAbsent(places.get(i), place -> new ArrayList<>()).add(i);
        }
        return List.copyOf(layers.values());
    }
}
