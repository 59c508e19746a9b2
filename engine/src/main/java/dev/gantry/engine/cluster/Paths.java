package dev.gantry.engine.cluster;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where things are on a server. */
final class Paths {

    private Paths() {}

    /** The objects of a kind; all of them if the namespace is {@code null}. */
    static String collection(ApiResource resource, @Nullable String namespace) {
        String api = resource.group().isEmpty() ? "/api/" : "/apis/";
        String in = namespace == null ? "" : "/namespaces/" + encoded(namespace);
        return api + resource.apiVersion() + in + "/" + resource.plural();
    }

    /** One object. */
    static String object(ObjectRef ref) {
        return collection(ref.resource(), ref.namespace()) + "/" + encoded(ref.name());
    }

    /** A value of a query, or a part of a path. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
