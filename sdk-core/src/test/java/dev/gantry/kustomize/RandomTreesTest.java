package dev.gantry.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RandomTreesTest {

    @Property(tries = 1000)
    void should_make_what_the_program_makes(@ForAll long seed) {
        assertThat(tree(seed).differences()).isEmpty();
    }

    /** A tree of two or three environments, in one namespace or one each. */
    static MadeTree tree(long seed) {
        SortedMap<String, List<ObjectNode>> objects = new TreeMap<>();
        for (String environment : seed % 2 == 0 ? List.of("one", "two") : List.of("one", "two", "three")) {
            String namespace = seed % 3 == 0 ? "shop" : "shop-" + environment;
            objects.put(environment, new RandomObjects(environment, namespace).of(seed));
        }
        return MadeTree.of(objects);
    }
}
