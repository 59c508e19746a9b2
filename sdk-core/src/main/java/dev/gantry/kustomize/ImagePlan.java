package dev.gantry.kustomize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.Image;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which images the field {@code images} can say: those that differ between environments, where everything that bears the name
 * is of one version in each of them. Of others, patches tell.
 */
final class ImagePlan {

    private final Collection<String> environments;

    /** The containers that differ, each by environment, by the name that the base gives to their image. */
    private final SortedMap<String, List<SortedMap<String, ObjectNode>>> moving = new TreeMap<>();

    /** Every container, by environment. */
    private final SortedMap<String, List<ObjectNode>> all = new TreeMap<>();

    private ImagePlan(Collection<String> environments) {
        this.environments = environments;
    }

    /**
     * Takes out of the containers what will be put back.
     *
     * @param counterparts every object
     * @return the entries for each environment
     */
    static SortedMap<String, List<ImageTag>> takeOut(List<Counterpart> counterparts, Collection<String> environments) {
        SortedMap<String, List<ImageTag>> tags = new TreeMap<>();
        for (Counterpart each : counterparts) {
            if (!each.trees().values().stream().allMatch(ImageTag::isOrdinary)) {
                return tags;
            }
        }
        ImagePlan plan = new ImagePlan(environments);
        counterparts.forEach(plan::look);
        plan.moving.forEach((name, fields) -> plan.take(name, fields, tags));
        return tags;
    }

    private void look(Counterpart counterpart) {
        Map<String, SortedMap<String, ObjectNode>> fields = new LinkedHashMap<>();
        counterpart.trees().forEach((environment, tree) -> {
            Map<String, Integer> counts = new TreeMap<>();
            ImageTag.containers(tree, container -> {
                String name = container.path("name").asText();
                String field = name + " " + counts.merge(name, 1, Integer::sum);
                fields.computeIfAbsent(field, x -> new TreeMap<>()).put(environment, container);
                all.computeIfAbsent(environment, x -> new ArrayList<>()).add(container);
            });
        });
        for (SortedMap<String, ObjectNode> field : fields.values()) {
            List<String> images = field.values().stream().map(ImagePlan::image).toList();
            if (field.size() == environments.size() && new HashSet<>(images).size() > 1) {
                String name = commonName(images);
                if (!name.isEmpty()) {
                    moving.computeIfAbsent(name, x -> new ArrayList<>()).add(field);
                }
            }
        }
    }

    private void take(String name, List<SortedMap<String, ObjectNode>> fields, SortedMap<String, List<ImageTag>> tags) {
        SortedMap<String, ImageTag> made = new TreeMap<>();
        fields.get(0)
                .forEach((environment, container) ->
                        made.put(environment, ImageTag.of(name, Image.of(image(container)))));
        for (SortedMap<String, ObjectNode> field : fields) {
            for (String environment : environments) {
                ImageTag tag = made.get(environment);
                ObjectNode container = field.get(environment);
                if (tag == null || container == null || !tag.applied(name).equals(image(container))) {
                    return;
                }
            }
        }
        for (String environment : environments) {
            ImageTag tag = made.get(environment);
            for (ObjectNode container : all.getOrDefault(environment, List.of())) {
                if (tag != null && !tag.applied(image(container)).equals(image(container))) {
                    return;
                }
            }
        }
        fields.forEach(field -> field.values().forEach(container -> container.put("image", name)));
        made.forEach((environment, tag) -> {
            if (tag.isNeeded()) {
                tags.computeIfAbsent(environment, x -> new ArrayList<>()).add(tag);
            }
        });
    }

    /** The repository, or as much of its end as all repositories share. */
    private static String commonName(List<String> images) {
        List<String> common = List.of(Image.of(images.get(0)).repository().split("/", -1));
        for (String image : images) {
            List<String> other = List.of(Image.of(image).repository().split("/", -1));
            int same = 0;
            while (same < Math.min(common.size(), other.size())
                    && common.get(common.size() - 1 - same).equals(other.get(other.size() - 1 - same))) {
                same++;
            }
            common = common.subList(common.size() - same, common.size());
        }
        return String.join("/", common);
    }

    private static String image(ObjectNode container) {
        return container.path("image").textValue();
    }
}
