package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.Reference;
import dev.gantry.extension.Syntax;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at each Ingress by itself, and at the Services that it leads to. */
final class IngressCheck {

    private final Model model;
    private final Findings findings;

    IngressCheck(Model model, Findings findings) {
        this.model = model;
        this.findings = findings;
    }

    void check() {
        IngressRoutes routes = new IngressRoutes(findings);
        IngressTls tls = new IngressTls(model, findings);
        for (Manifest ingress : model.ofKind("networking.k8s.io", "Ingress")) {
            JsonNode spec = ingress.tree().path("spec");
            checkRules(ingress, spec);
            for (IngressBackendPlace backend : IngressBackendPlace.of(ingress)) {
                checkBackend(backend);
            }
            routes.check(ingress);
            tls.check(ingress);
        }
    }

    private void checkRules(Manifest ingress, JsonNode spec) {
        JsonNode rules = spec.path("rules");
        if (rules.isEmpty() && !spec.has("defaultBackend")) {
            findings.add(
                    ingress,
                    "spec",
                    Finding.of(IngressCheckRule.NO_BACKEND, "The Ingress leads nowhere.")
                            .hint(
                                    "Call host(host, h -> h.path(path, service, port)), or defaultBackend(service, port)."));
        }
        for (int i = 0; i < rules.size(); i++) {
            JsonNode paths = rules.path(i).path("http").path("paths");
            if (paths.isEmpty() && !spec.has("defaultBackend")) {
                String host = rules.path(i).path("host").asText();
                findings.add(
                        ingress,
                        "spec.rules[" + i + "]",
                        Finding.of(
                                        IngressCheckRule.NO_PATHS,
                                        (host.isEmpty() ? "The rule" : "The host \"" + host + "\"")
                                                + " has no paths, and there is no default backend for its requests.")
                                .hint(
                                        "Call path(path, service, port) in its block, or defaultBackend(service, port)."));
            }
            for (int j = 0; j < paths.size(); j++) {
                checkPath(ingress, paths.path(j), i, j);
            }
        }
    }

    private void checkPath(Manifest ingress, JsonNode entry, int rule, int index) {
        String type = entry.path("pathType").asText();
        String path = entry.path("path").asText();
        boolean literal = type.equals("Prefix") || type.equals("Exact");
        if (!literal && !type.equals("ImplementationSpecific")) {
            findings.add(
                    ingress,
                    field(rule, index, "pathType"),
                    Finding.of(
                                    IngressCheckRule.PATH,
                                    type.isEmpty()
                                            ? "The path \"" + path + "\" has no type."
                                            : "The path \"" + path + "\" has the type \"" + type
                                                    + "\", which Kubernetes does not know.")
                            .hint("Use path(...), exact(...) or implementationSpecific(...)."));
            return;
        }
        Syntax syntax = literal ? Syntax.URL_PATH : Syntax.ABSOLUTE_PATH;
        String problem = path.isEmpty() && !literal ? null : syntax.problem(path);
        if (problem != null) {
            String field = field(rule, index, "path");
            if (!ingress.hasFlaw(field)) {
                findings.add(
                        ingress,
                        field,
                        Finding.of(IngressCheckRule.PATH, "The path \"" + path + "\" " + problem + ".")
                                .hint(syntax.description()));
            }
        } else if (literal && (path.indexOf('*') >= 0 || path.indexOf('(') >= 0)) {
            findings.add(
                    ingress,
                    field(rule, index, "path"),
                    Finding.of(
                                    IngressCheckRule.PATTERN,
                                    "The path \"" + path + "\" is of the type " + type
                                            + ", so it matches only requests with just these characters.")
                            .hint(
                                    type.equals("Prefix")
                                            ? "Leave the pattern out: path(...) matches everything below too. Or use"
                                                    + " implementationSpecific(...), if the controller knows patterns."
                                            : "Use implementationSpecific(...), if the controller knows patterns."));
        }
    }

    private static String field(int rule, int index, String field) {
        return "spec.rules[" + rule + "].http.paths[" + index + "]." + field;
    }

    private void checkBackend(IngressBackendPlace backend) {
        Manifest ingress = backend.ingress();
        String name = backend.service();
        if (name.isEmpty()) {
            return;
        }
        Optional<Manifest> found = model.find("", "Service", ingress.id().namespace(), name);
        if (found.isEmpty()) {
            if (!isNamed(ingress, name)) {
                findings.add(
                        ingress,
                        backend.field() + ".service.name",
                        Finding.of(
                                        IngressCheckRule.BACKEND_SERVICE,
                                        "There is no Service \"" + name + "\" in the Ingress's namespace"
                                                + inProgram(ingress.id().namespace()) + ".")
                                .hint(
                                        "Correct the name, or pass a Service: Service.existing(name) if it lives outside the"
                                                + " program."));
            }
            return;
        }
        Manifest service = found.get();
        JsonNode spec = service.tree().path("spec");
        boolean alias = spec.path("type").asText().equals("ExternalName");
        if (alias || !backend.portOf(service).isMissingNode()) {
            return;
        }
        String field = backend.field() + ".service.port";
        if (!ingress.hasFlaw(field + ".number")) {
            String port = backend.shownPort();
            findings.add(
                    ingress,
                    field,
                    Finding.of(
                                    IngressCheckRule.BACKEND_PORT,
                                    port.isEmpty()
                                            ? "It is not said which port of " + service + " is meant."
                                            : service + " has no port " + port + ".")
                            .hint(
                                    "Pass a port that the Service has, or add it there with port(port, number): an Ingress"
                                            + " names the number that clients of the Service connect to.")
                            .related(service.lineOf("spec.ports"), service + " has " + shownPorts(spec)));
        }
    }

    /** Whether the author has passed it as a Java value; if it is not there, that is a finding of its own. */
    private static boolean isNamed(Manifest ingress, String service) {
        for (Reference reference : ingress.references()) {
            if (reference.target().kind().name().equals("Service")
                    && reference.target().name().equals(service)) {
                return true;
            }
        }
        return false;
    }

    private static String inProgram(@Nullable String namespace) {
        return namespace == null ? "" : " \"" + namespace + "\"";
    }

    private static String shownPorts(JsonNode spec) {
        List<String> shown = new ArrayList<>();
        for (JsonNode port : spec.path("ports")) {
            String name = port.path("name").asText();
            String number = port.path("port").asText();
            shown.add(name.isEmpty() ? number : name + " (" + number + ")");
        }
        return shown.isEmpty() ? "no ports" : String.join(", ", shown);
    }
}
