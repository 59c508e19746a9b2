package dev.gantry.operator;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.Gantry;
import dev.gantry.NoSettings;
import dev.gantry.Stack;
import dev.gantry.Synthesis;
import dev.gantry.bundle.BundleStack;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import dev.gantry.check.Manifest;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.engine.desired.Release;
import dev.gantry.extension.Resource;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.output.Layout;
import dev.gantry.output.ManifestFiles;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Makes the stack of a custom resource. */
final class StackProgram<R extends HasMetadata> {

    private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet");

    private final BiConsumer<? super R, ? super Stack> program;
    private final OperatorOptions<R> options;

    StackProgram(BiConsumer<? super R, ? super Stack> program, OperatorOptions<R> options) {
        this.program = program;
        this.options = options;
    }

    /**
     * What a custom resource asks for.
     *
     * @param synthesis the same as that of a program
     * @param workload that of the name of the custom resource, or else the first; {@code null} if there is none
     */
    record Made(Synthesis synthesis, @Nullable ResourceId workload) {

        /** As it is brought to a cluster. */
        Release release() {
            List<Manifest> manifests = synthesis.manifests();
            List<IndexEntry> entries = ManifestFiles.print(synthesis.environment(), manifests, Layout.OBJECT)
                    .entries();
            List<DesiredObject> objects = new ArrayList<>(manifests.size());
            for (int i = 0; i < manifests.size(); i++) {
                objects.add(new DesiredObject(entries.get(i), manifests.get(i).tree()));
            }
            BundleStack stack = synthesis.stacks().get(0);
            return new Release("", synthesis.environment(), stack, objects);
        }
    }

    Made run(R resource) {
        Definition definition = new Definition(resource);
        Synthesis synthesis = Gantry.synthesize(definition, new NoSettings(), options.name());
        return new Made(synthesis, definition.workload(synthesis));
    }

    private final class Definition implements Blueprint<NoSettings> {

        private final R resource;
        private @Nullable Stack stack;

        Definition(R resource) {
            this.resource = resource;
        }

        @Override
        public void define(App app, NoSettings settings) {
            List<Finding> unreadable = UnreadableMetadata.findings(resource);
            if (!unreadable.isEmpty()) {
                throw new FindingsException(unreadable);
            }
            Stack made = app.stack(resource.getMetadata().getName(), s -> {
                options.stack().forEach(each -> each.accept(s));
                String namespace = resource.getMetadata().getNamespace();
                if (namespace != null) {
                    s.namespace(namespace);
                }
            });
            stack = made;
            program.accept(resource, made);
        }

        private @Nullable ResourceId workload(Synthesis synthesis) {
            List<Resource> workloads = stack == null
                    ? List.of()
                    : stack.resources().stream()
                            .filter(each -> WORKLOADS.contains(each.kind().name())
                                    && each.kind().group().equals("apps"))
                            .toList();
            return workloads.stream()
                    .filter(each -> each.name().equals(resource.getMetadata().getName()))
                    .findFirst()
                    .or(() -> workloads.stream().findFirst())
                    .flatMap(first -> synthesis.manifests().stream()
                            .filter(manifest -> manifest.resource().equals(first))
                            .findFirst())
                    .map(Manifest::id)
                    .orElse(null);
        }
    }
}
