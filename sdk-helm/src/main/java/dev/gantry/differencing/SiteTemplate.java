package dev.gantry.differencing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.differencing.Template.Item;
import java.util.ArrayList;
import java.util.List;

/**
 * What one place of the program makes, for any settings.
 *
 * @param site the place
 * @param names of the resources in releases that have the names of their charts; empty if settings change them
 * @param items the resources
 */
public record SiteTemplate(CallSite site, List<String> names, List<Item> items) {

    /** Copies the lists. */
    public SiteTemplate {
        names = List.copyOf(names);
        items = List.copyOf(items);
    }

    /** The resources of given settings. */
    List<JsonNode> made(Given scope, Hashes hashes) {
        List<JsonNode> made = new ArrayList<>();
        Template.list(items, scope, hashes).forEach(made::add);
        return made;
    }
}
