package dev.gantry.istio.check;

import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.extension.Likeness;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Guesses which host of the program one was meant to be that the program does not have. */
final class NearHosts {

    private final Model model;
    private final MeshHosts hosts;

    NearHosts(Model model, MeshHosts hosts) {
        this.model = model;
        this.hosts = hosts;
    }

    /**
     * What to tell of a host for which the program has neither a Service nor a ServiceEntry; {@code null} if it may well live
     * outside.
     *
     * @param namespace of the object that names the host
     */
    @Nullable
    String meant(String host, @Nullable String namespace) {
        if (host.startsWith("*")) {
            return null;
        }
        String[] labels = host.split("\\.", -1);
        if (labels.length == 1) {
            for (Manifest service : model.ofKind("", "Service")) {
                if (service.id().name().equals(host)) {
                    return "A name without dots means a Service of the namespace that names it, but " + service
                            + " is elsewhere.";
                }
            }
            return guess(host, namespace);
        }
        boolean full = labels.length > 3 && labels[2].equals("svc");
        boolean half = labels.length == 2 || (labels.length == 3 && labels[2].equals("svc"));
        if (half && model.find("", "Service", labels[1], labels[0]).isPresent()) {
            return "Istio completes only names without dots: the full name is \"" + labels[0] + "." + labels[1]
                    + ".svc.cluster.local\", unless the cluster has another domain.";
        }
        if (full) {
            return guess(labels[0], labels[1]);
        }
        String slip = slip(host, hosts.entryHosts());
        return slip == null ? null : "Did you mean \"" + slip + "\"?";
    }

    private @Nullable String guess(String name, @Nullable String namespace) {
        List<String> others = new ArrayList<>();
        for (Manifest service : model.ofKind("", "Service")) {
            if (Objects.equals(namespace, service.id().namespace())) {
                others.add(service.id().name());
            }
        }
        String slip = slip(name, others);
        return slip == null ? null : "Did you mean the Service \"" + slip + "\"?";
    }

    /** Of names that differ in a number only, such as {@code redis-1} and {@code redis-2}, both may be there. */
    private static @Nullable String slip(String written, List<String> known) {
        String slip = Likeness.slip(written, known);
        return slip == null || letters(slip).equals(letters(written)) ? null : slip;
    }

    private static String letters(String name) {
        return name.replaceAll("[0-9]", "");
    }
}
