package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Manifest;
import dev.gantry.extension.Reference;
import java.util.ArrayList;
import java.util.List;

/**
 * A place in a VirtualService that leads somewhere.
 *
 * @param routes the VirtualService
 * @param field where it stands, such as {@code spec.http[0].route[0].destination}
 * @param node its tree
 */
record DestinationPlace(Manifest routes, String field, JsonNode node) {

    /** All of a VirtualService, in their order. */
    static List<DestinationPlace> of(Manifest routes) {
        List<DestinationPlace> places = new ArrayList<>();
        for (String protocol : List.of("http", "tls", "tcp")) {
            JsonNode list = routes.tree().path("spec").path(protocol);
            for (int i = 0; i < list.size(); i++) {
                String path = "spec." + protocol + "[" + i + "].";
                addAll(routes, path + "route", list.path(i).path("route"), places);
                if (list.path(i).has("mirror")) {
                    places.add(new DestinationPlace(
                            routes, path + "mirror", list.path(i).path("mirror")));
                }
                addAll(routes, path + "mirrors", list.path(i).path("mirrors"), places);
            }
        }
        return places;
    }

    private static void addAll(Manifest routes, String path, JsonNode list, List<DestinationPlace> places) {
        for (int i = 0; i < list.size(); i++) {
            places.add(new DestinationPlace(
                    routes, path + "[" + i + "].destination", list.path(i).path("destination")));
        }
    }

    String host() {
        return node.path("host").asText();
    }

    String subset() {
        return node.path("subset").asText();
    }

    /** What clients connect to; 0 if it is not said. */
    int port() {
        return node.path("port").path("number").asInt();
    }

    /** Whether the host was written from a Java value, which was looked at when it was placed. */
    boolean isTyped() {
        for (Reference reference : routes.references()) {
            if (reference.field().equals(field + ".host")) {
                return !routes.isEdited();
            }
        }
        return false;
    }
}
