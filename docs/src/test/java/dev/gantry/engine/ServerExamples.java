package dev.gantry.engine;

import dev.gantry.config.ConfigMap;
import dev.gantry.fake.RecordedRequest;
import dev.gantry.findings.Example;

/** What the rules for servers are for that do not answer, or not to this user. */
final class ServerExamples {

    private ServerExamples() {}

    @Example(
            value = "GTY-CLU-008",
            why =
                    "Nobody listens there. A server that was never reached is tried a few times only, since it may be the wrong one.")
    static void unreachable(ExampleCluster cluster) {
        cluster.stop();
        cluster.apply(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast"))));
    }

    @Example(
            value = "GTY-CLU-010",
            why =
                    "The token has expired, or is of another cluster. What a credential plugin gives out is renewed by itself.")
    static void unauthorized(ExampleCluster cluster) {
        cluster.wantsToken();
        cluster.apply(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast"))));
    }

    @Example(
            value = "GTY-CLU-011",
            why =
                    "What a server may do in a moment is tried again, with growing waits, until the time of the run is up.")
    static void gaveUp(ExampleCluster cluster) {
        cluster.refuses(RecordedRequest::isApply, 503, "ServiceUnavailable", "the store has no leader");
        cluster.apply(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast"))));
    }

    @Example(
            value = "GTY-CLU-017",
            why =
                    "The RBAC of the cluster does not allow it to this user. Nothing is written before every object was tried.")
    static void forbidden(ExampleCluster cluster) {
        cluster.forbid("patch", "configmaps");
        cluster.apply(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast"))));
    }

    @Example(
            value = "GTY-CLU-022",
            why = "A policy of the cluster wants something else. The words after the colon are those of its author.")
    static void denied(ExampleCluster cluster) {
        cluster.refuses(
                request -> request.isApply() && request.isAbout("configmaps"),
                403,
                "Forbidden",
                "admission webhook \"owners.example.com\" denied the request: the label \"owner\" is missing");
        cluster.apply(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast"))));
    }

    @Example(
            value = "GTY-CLU-023",
            why =
                    "A webhook that fails closed is called for every object of its kinds. Its own server has to run first.")
    static void webhookUnreachable(ExampleCluster cluster) {
        cluster.refuses(
                request -> request.isApply() && request.isAbout("configmaps"),
                500,
                "InternalError",
                "Internal error occurred: failed calling webhook \"owners.example.com\": failed to call webhook:"
                        + " no endpoints available for service \"owners\"");
        cluster.apply(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast"))));
    }

    @Example(
            value = "GTY-CLU-024",
            why =
                    "The webhook changes more than the object, so that nothing can be tried. The plan cannot show the change.")
    static void noDryRun(ExampleCluster cluster) {
        cluster.refuses(
                RecordedRequest::isDryRun,
                400,
                "BadRequest",
                "admission webhook \"audit.example.com\" does not support dry run");
        cluster.apply(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast"))));
    }

    @Example(value = "GTY-CLU-027", why = "Whatever has no rule of its own, in the words of the server.")
    static void refused(ExampleCluster cluster) {
        cluster.refuses(
                request -> request.isApply() && request.isAbout("configmaps"),
                405,
                "MethodNotAllowed",
                "the server does not allow this method on the requested resource");
        cluster.apply(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast"))));
    }
}
