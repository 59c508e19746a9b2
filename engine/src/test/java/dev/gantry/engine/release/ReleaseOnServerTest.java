package dev.gantry.engine.release;

import static dev.gantry.engine.release.Releases.FACTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.BundleStack;
import dev.gantry.bundle.GeneratedSecret;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Deletion;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.cluster.Write;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.release.access.Permissions;
import dev.gantry.engine.release.access.RoleTrees;
import dev.gantry.engine.release.access.Subject;
import dev.gantry.engine.release.history.Contents;
import dev.gantry.engine.release.history.History;
import dev.gantry.engine.release.history.Revision;
import dev.gantry.engine.release.lock.Lock;
import dev.gantry.engine.release.lock.LockTiming;
import dev.gantry.engine.release.lock.Locks;
import dev.gantry.finding.FindingsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is recorded of a stack, as a server takes it that means by each word what Kubernetes means. */
class ReleaseOnServerTest {

    private static final LockTiming QUICK = new LockTiming(Duration.ofSeconds(3), Duration.ofMillis(500));

    private final String namespace =
            "gantry-release-" + UUID.randomUUID().toString().substring(0, 8);
    private final StackHome home = new StackHome("shop", namespace);
    private final TestServer server = TestServer.chosen();
    private final Cluster cluster = server.cluster();
    private final Time time = Time.system();
    private final History history = new History(cluster, home, time);
    private final StackLife run = new StackLife(cluster, home);
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void makeNamespace() {
        apply(MemoryCluster.object("v1", "Namespace", null, namespace));
    }

    @AfterEach
    void removeNamespace() {
        ObjectRef ref = ref(new ResourceId("v1", "Namespace", null, namespace));
        cluster.get(ref)
                .ifPresent(live ->
                        cluster.delete(new Deletion(ref, ObjectMeta.of(live).uid(), null, false)));
        // A server without controllers would keep it for ever.
        cluster.get(ref).ifPresent(left -> {
            left.withObject("/spec").putArray("finalizers");
            ApiResource parts = new ApiResource("v1", "Namespace", "namespaces/" + namespace, false, Set.of());
            try {
                cluster.write(new Write(
                        Write.Method.REPLACE, new ObjectRef(parts, null, "finalize"), left, "test", false, false));
            } catch (ApiFailure e) {
                // It is gone, or its controller is at work.
            }
        });
        server.close();
    }

    @Test
    void should_bring_a_stack_from_its_first_revision_to_its_end() throws InterruptedException {
        run(release(List.of("password"), map("a"), map("b"), kept("c")));
        String password = data("database").path("password").asText();
        assertThat(password).isNotEmpty();
        assertThat(Inventory.read(cluster, home).extent().groupKinds()).containsExactly("ConfigMap", "Secret");

        run(release(List.of("password", "token"), map("a")));
        assertThat(data("database").path("password").asText()).isEqualTo(password);
        assertThat(data("database").path("token").asText()).isNotEmpty();
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "pruned ConfigMap " + namespace + "/b",
                        "kept ConfigMap " + namespace + "/c: its annotation gantry.dev/prune: keep says so");
        assertThat(ObjectMeta.of(cluster.get(ref(map("c"))).orElseThrow()).label(ApplySet.PART_OF))
                .isNull();

        assertThat(history.list()).extracting(Revision::number).containsExactly(2, 1);
        assertThat(history.read(1).objects()).extracting(DesiredObject::id).hasSize(3);
        assertThat(Inventory.read(cluster, home).revision()).isEqualTo(2);

        told.clear();
        run(release(List.of()));
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "pruned ConfigMap " + namespace + "/a", "pruned Secret " + namespace + "/database");
        assertThat(Inventory.read(cluster, home).exists()).isFalse();
        assertThat(history.list()).isEmpty();
        assertThat(cluster.get(home.lock())).isEmpty();
    }

    @Test
    void should_refuse_to_write_over_an_inventory_that_changed_meanwhile() {
        Inventory.read(cluster, home).widen(release(List.of(), map("a")), FACTS);
        Inventory mine = Inventory.read(cluster, home);
        Inventory.read(cluster, home).widen(release(List.of("password")), FACTS);
        assertThatThrownBy(() -> mine.narrow(release(List.of(), map("a")), List.of(), 1, FACTS))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("GTY-REL-009");
        assertThat(Inventory.read(cluster, home).extent().groupKinds()).contains("Secret");
    }

    @Test
    void should_give_the_lock_to_one_run_and_after_a_kill_to_the_next() throws InterruptedException {
        try (Lock lock = locks().take(home, "ada", Duration.ZERO)) {
            assertThatThrownBy(() -> locks().take(home, "bob", Duration.ZERO))
                    .isInstanceOf(FindingsException.class)
                    .hasMessageContaining("ada");
            lock.check();
        }
        // Beats no more, as if it was killed.
        new Locks(cluster, time, new LockTiming(Duration.ofSeconds(3), Duration.ofSeconds(1)), (holder, left) -> {})
                .take(home, "killed", Duration.ZERO)
                .close();
        locks().take(home, "bob", Duration.ZERO).close();
    }

    @Test
    void should_read_back_what_does_not_fit_into_one_secret() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 30_000; i++) {
            text.append(UUID.randomUUID());
        }
        ObjectNode large = map("large");
        large.withObject("/data").put("text", text.toString());
        Release release = release(List.of(), large, map("b"));
        Revision revision = history.begin(release, Contents.of(release), FACTS, null);
        history.finish(revision, Revision.State.SUCCEEDED, "");
        assertThat(history.list().get(0).parts()).isGreaterThanOrEqualTo(1);
        assertThat(history.read(1).objects().get(0).tree()).isEqualTo(large);
        assertThat(history.list().get(0).state()).isEqualTo(Revision.State.SUCCEEDED);
    }

    @Test
    void should_need_no_more_than_what_the_permissions_say() throws InterruptedException {
        Release release = release(List.of("password"), map("a"), map("b"), role(), binding());
        String user = "gantry-" + namespace;
        RoleTrees.of(Permissions.of(Map.of(home, release), null), user, new Subject("User", null, user))
                .forEach(this::apply);
        try (Cluster limited = server.as(user)) {
            StackLife his = new StackLife(limited, home);
            his.of(release);
            his.of(release(List.of("password"), map("a"), role(), binding()));
            his.of(release(List.of()));
        } finally {
            for (String kind : List.of("ClusterRoleBinding", "ClusterRole")) {
                ObjectRef ref = ref(new ResourceId("rbac.authorization.k8s.io/v1", kind, null, user));
                cluster.get(ref)
                        .ifPresent(live -> cluster.delete(
                                new Deletion(ref, ObjectMeta.of(live).uid(), null, false)));
            }
        }
        assertThat(Inventory.read(cluster, home).exists()).isFalse();
    }

    @Test
    void should_keep_a_secret_that_the_program_drops_from_being_readable_in_the_history() {
        ObjectNode secret = MemoryCluster.object("v1", "Secret", namespace, "s");
        secret.putObject("stringData").put("password", "hunter2");
        Release release = release(List.of(), secret);
        history.begin(release, Contents.of(release), FACTS, null);
        assertThat(cluster.get(home.revision(1, 1))
                        .orElseThrow()
                        .path("metadata")
                        .toString())
                .doesNotContain("hunter2");
    }

    private Locks locks() {
        return new Locks(cluster, time, QUICK, (holder, left) -> {});
    }

    private Release release(List<String> keys, ObjectNode... objects) {
        List<GeneratedSecret> secrets =
                keys.isEmpty() ? List.of() : List.of(Releases.generated("database", keys.toArray(String[]::new)));
        return new Release(
                "com.acme.Shop",
                "production",
                new BundleStack("shop", namespace, secrets),
                Arrays.stream(objects).map(Releases::desired).toList());
    }

    private ObjectNode map(String name) {
        ObjectNode map = MemoryCluster.object("v1", "ConfigMap", namespace, name);
        map.putObject("data").put("key", "value");
        return map;
    }

    private ObjectNode role() {
        ObjectNode role = MemoryCluster.object("rbac.authorization.k8s.io/v1", "Role", namespace, "web");
        ObjectNode rule = role.putArray("rules").addObject();
        rule.putArray("apiGroups").add("");
        rule.putArray("resources").add("pods");
        rule.putArray("verbs").add("get");
        return role;
    }

    private ObjectNode binding() {
        ObjectNode binding = MemoryCluster.object("rbac.authorization.k8s.io/v1", "RoleBinding", namespace, "web");
        binding.putArray("subjects")
                .addObject()
                .put("kind", "ServiceAccount")
                .put("namespace", namespace)
                .put("name", "default");
        binding.putObject("roleRef")
                .put("apiGroup", "rbac.authorization.k8s.io")
                .put("kind", "Role")
                .put("name", "web");
        return binding;
    }

    private ObjectNode kept(String name) {
        ObjectNode map = map(name);
        map.withObject("/metadata/annotations").put("gantry.dev/prune", "keep");
        return map;
    }

    private ObjectNode data(String secret) {
        return (ObjectNode) cluster.get(ref(new ResourceId("v1", "Secret", namespace, secret)))
                .orElseThrow()
                .path("data");
    }

    private void run(Release release) throws InterruptedException {
        run.of(release);
        told.addAll(run.told());
    }

    private void apply(ObjectNode tree) {
        cluster.write(Write.apply(ref(tree), tree, FieldManager.PROGRAM));
    }

    private ObjectRef ref(ObjectNode tree) {
        return ref(Releases.desired(tree).id());
    }

    private ObjectRef ref(ResourceId id) {
        ApiResource resource =
                cluster.discovery().resource(id.apiVersion(), id.kind()).orElseThrow();
        return new ObjectRef(resource, id.namespace(), id.name());
    }
}
