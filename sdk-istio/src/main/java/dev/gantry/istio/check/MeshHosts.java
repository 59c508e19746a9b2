package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the hosts mean that routes lead to: Services and ServiceEntries of the program. */
final class MeshHosts {

    private static final String SERVICE = ".svc.";

    private final Model model;
    private final Map<String, Manifest> entries = new HashMap<>();

    MeshHosts(Model model) {
        this.model = model;
        for (Manifest entry : model.ofKind(IstioChecks.NETWORKING, "ServiceEntry")) {
            for (JsonNode host : entry.tree().path("spec").path("hosts")) {
                entries.putIfAbsent(host.asText(), entry);
            }
        }
    }

    /**
     * A host in one form, whether it was written short or in full: name and namespace of a Service with {@code /} between, and
     * any other host as it is. Istio completes only names without dots.
     *
     * @param namespace of the object that names the host
     */
    static String canonical(String host, @Nullable String namespace) {
        if (host.indexOf('.') < 0 && !host.equals("*")) {
            return host + "/" + (namespace == null ? "" : namespace);
        }
        int dot = host.indexOf('.');
        int service = host.indexOf(SERVICE);
        boolean full = dot > 0 && service > dot && host.indexOf('.', dot + 1) == service && host.indexOf('*') < 0;
        return full ? host.substring(0, dot) + "/" + host.substring(dot + 1, service) : host;
    }

    /** The Service of the program that a host means; {@code null} if there is none. */
    @Nullable
    Manifest service(String host, @Nullable String namespace) {
        String known = canonical(host, namespace);
        int slash = known.indexOf('/');
        if (slash < 0) {
            return null;
        }
        String owner = known.substring(slash + 1);
        return model.find("", "Service", owner.isEmpty() ? null : owner, known.substring(0, slash))
                .orElse(null);
    }

    /** The ServiceEntry of the program that has a host, just so or with a {@code *}; {@code null} if there is none. */
    @Nullable
    Manifest entry(String host) {
        Manifest entry = entries.get(host);
        for (int dot = host.indexOf('.'); entry == null && dot >= 0; dot = host.indexOf('.', dot + 1)) {
            entry = entries.get("*" + host.substring(dot));
        }
        return entry;
    }

    /** The hosts of the program's ServiceEntries. */
    List<String> entryHosts() {
        return entries.keySet().stream().sorted().toList();
    }

    /** Whether a host that may begin with {@code *} covers another that may do so too. */
    static boolean covers(String pattern, String host) {
        if (pattern.equals("*") || pattern.equals(host)) {
            return true;
        }
        return pattern.startsWith("*") && host.endsWith(pattern.substring(1));
    }

    /** Whether there can be a name that both of two hosts cover. */
    static boolean overlap(String one, String other) {
        return covers(one, other) || covers(other, one);
    }
}
