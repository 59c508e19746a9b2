package dev.gantry.operator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.Stack;
import dev.gantry.access.ApiResource;
import dev.gantry.engine.KnownObjects;
import dev.gantry.engine.OwnedObjects;
import dev.gantry.engine.OwnedOutcome;
import dev.gantry.engine.Owner;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.ClusterAccess;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.cluster.Pace;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.kubeconfig.AccessOptions;
import dev.gantry.fake.FakeCluster;
import dev.gantry.finding.Finding;
import dev.gantry.findings.Scene;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A cluster in memory with the definition of a kind {@code Tenant}, and an operator of tenants. */
public final class ExampleOperator implements Scene {

    private static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: %2$s.example.com}
            spec:
              group: example.com
              scope: Namespaced
              names: {kind: %1$s, plural: %2$s}
              versions:
              - name: v1
                served: true
                storage: true
                schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
            """;

    private final Path kubeconfig;
    private final FakeCluster server = FakeCluster.start();
    private final List<Finding> findings = new ArrayList<>();

    /** A cluster with the usual namespaces. */
    public ExampleOperator(Path folder) {
        kubeconfig = server.kubeconfig(folder.resolve("kubeconfig"));
    }

    /** The definition of tenants is installed. */
    void defined() {
        defined("Tenant", "tenants");
    }

    /** A definition is installed that takes everything, and has no status subresource. */
    void defined(String kind, String plural) {
        server.create(DEFINITION.formatted(kind, plural));
    }

    /** Others have made an object already. */
    void has(String manifest) {
        server.create(manifest);
    }

    /** Somebody changes an object of the namespace {@code default}. */
    void edit(String apiVersion, String kind, String name, Consumer<ObjectNode> change) {
        server.change("kubectl-edit", apiVersion, kind, "default", name, change);
    }

    /** Nobody may do this any more. */
    void forbid(String verb, String resource) {
        server.access().forbid(verb, resource);
    }

    /** The operator starts, and stops again. */
    void starts(Operator<?> operator) {
        try (RunningOperator running = operator.start()) {
            findings.addAll(running.findings());
        }
    }

    /** The cluster of the example. */
    void here(OperatorBuilder<?> options) {
        options.kubeconfig(kubeconfig);
    }

    /** The tenant {@code acme} of the namespace {@code default} is looked at by an operator that owns ConfigMaps. */
    void looksAt(String tenant, BiConsumer<Tenant, Stack> program) {
        Operator<Tenant> operator = Operator.of(Tenant.class, program, o -> o.owns(ApiResource.CONFIG_MAPS));
        Tenant resource = new Tenant();
        resource.setMetadata(new ObjectMetaBuilder()
                .withName(tenant)
                .withNamespace("default")
                .withUid("uid-of-" + tenant)
                .build());
        StackProgram<Tenant> stack = new StackProgram<>(program, operator.options());
        Owner owner = new Owner("tenant-operator", "example.com/v1", "Tenant", "default", tenant, "uid-of-" + tenant);
        try (Cluster cluster = ClusterAccess.find(new AccessOptions(kubeconfig, null, List.of(), null))
                .open(Pace.of(Time.system(), 1, 0), ClusterAccess.REQUEST_LIMIT, Time.system())) {
            OwnedOutcome outcome = new OwnedObjects(cluster, Time.system())
                    .bring(owner, stack.run(resource).release(), new Seen(), kind -> false);
            findings.addAll(outcome.findings());
            findings.addAll(outcome.notes());
        }
    }

    /** An operator of bakeries looks at what somebody has written. */
    void reads(String bakery) {
        Operator<Bakery> operator = Operator.of(Bakery.class, (one, stack) -> {}, o -> o.owns(ApiResource.CONFIG_MAPS));
        Bakery read = ResourceSerialization.of(Bakery.class).unmarshal(bakery, Bakery.class);
        findings.addAll(operator.synthesize(read).findings());
    }

    /** ConfigMaps that bear the operator's label. */
    private final class Seen implements KnownObjects {

        @Override
        public boolean covers(dev.gantry.engine.cluster.ApiResource resource) {
            return resource.kind().equals("ConfigMap");
        }

        @Override
        public Optional<ObjectNode> get(ObjectRef ref) {
            return server.object("v1", "ConfigMap", "default", ref.name())
                    .filter(live -> live.at("/metadata/labels").has(Owner.OPERATOR));
        }

        @Override
        public List<Known> of(Owner owner) {
            return List.of();
        }

        @Override
        public void written(ObjectRef ref, ObjectNode now, @Nullable ObjectNode before) {}
    }

    @Override
    public List<Finding> findings() {
        return findings;
    }

    @Override
    public void close() {
        server.close();
    }
}
