package dev.gantry.engine.release;

import static dev.gantry.engine.release.MemoryCluster.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.engine.desired.Release;
import dev.gantry.engine.release.access.Permission;
import dev.gantry.engine.release.access.Permissions;
import dev.gantry.fake.FakeCluster;
import dev.gantry.fake.RecordedRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** That the permissions are no more than what is asked for, by what a server is asked. */
class PermissionsOnServerTest {

    @Test
    void should_be_what_a_life_of_a_stack_asks_for_and_no_more() throws InterruptedException {
        Release release = Releases.of(
                "shop",
                List.of(Releases.generated("database", "password")),
                object("v1", "ConfigMap", "shop", "a"),
                object("v1", "ConfigMap", "shop", "b"),
                object("rbac.authorization.k8s.io/v1", "ClusterRole", null, "web"));
        try (FakeCluster fake = FakeCluster.start();
                TestServer server = TestServer.of(fake)) {
            fake.create(object("v1", "Namespace", null, "shop").toString());
            // One that was given back by a version that does not delete it: it is taken by an update.
            fake.create(object("coordination.k8s.io/v1", "Lease", "shop", "gantry-shop")
                    .toString());
            StackLife run = new StackLife(server.cluster(), Releases.HOME);
            run.of(release);
            run.of(Releases.of());
            TreeSet<String> asked = new TreeSet<>();
            fake.requests().forEach(request -> asked.addAll(needs(request)));

            TreeSet<String> allowed = new TreeSet<>();
            for (Permission permission : Permissions.of(Map.of(Releases.HOME, release), null)) {
                permission
                        .verbs()
                        .forEach(verb -> allowed.add(text(
                                permission.namespace() == null ? "" : permission.namespace(),
                                permission.group(),
                                permission.resource(),
                                verb)));
            }
            // What planning looks at, and what only a server with roles asks for.
            allowed.remove("namespaces get");
            allowed.remove("clusterroles.rbac.authorization.k8s.io escalate");
            assertThat(asked).containsExactlyElementsOf(allowed);
        }
    }

    private static List<String> needs(RecordedRequest request) {
        String[] parts = request.path().substring(1).split("/", -1);
        int at = parts[0].equals("api") ? 2 : 3;
        if (parts.length <= at || parts[0].startsWith("openapi")) {
            return List.of();
        }
        String group = parts[0].equals("api") ? "" : parts[1];
        boolean inNamespace = parts[at].equals("namespaces") && parts.length > at + 2;
        String namespace = inNamespace ? parts[at + 1] : "";
        int resource = inNamespace ? at + 2 : at;
        boolean named = parts.length > resource + 1;
        List<String> verbs = switch (request.method()) {
            case "GET" -> List.of(named ? "get" : "list");
            case "POST" -> List.of("create");
            case "PUT" -> List.of("update");
            case "PATCH" -> request.isApply() ? List.of("create", "patch") : List.of("patch");
            default -> List.of("delete");
        };
        return verbs.stream()
                .map(verb -> text(namespace, group, parts[resource], verb))
                .toList();
    }

    private static String text(String namespace, String group, String resource, String verb) {
        return (namespace.isEmpty() ? "" : namespace + ": ") + resource + (group.isEmpty() ? "" : "." + group) + " "
                + verb;
    }
}
