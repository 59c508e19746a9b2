package dev.gantry.kustomize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.check.Manifest;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.finding.Rule;
import dev.gantry.output.Emission;
import dev.gantry.output.Emitter;
import dev.gantry.output.EnvironmentOutput;
import dev.gantry.output.ProgramOutput;
import dev.gantry.output.StackOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes a tree for Kustomize: {@code kustomize/base/<stack>} with what all environments share, and
 * {@code kustomize/overlays/<environment>}, which {@code kubectl apply -k} takes. Before it is handed out, the tree is built
 * as Kustomize would, and compared with the program.
 *
 * @see <a href="https://kubectl.docs.kubernetes.io/references/kustomize/">Kustomize</a>
 */
public final class KustomizeEmitter implements Emitter {

    /** Made by {@link java.util.ServiceLoader}. */
    public KustomizeEmitter() {}

    @Override
    public String format() {
        return "kustomize";
    }

    @Override
    public List<? extends Rule> rules() {
        return List.of(KustomizeRule.values());
    }

    @Override
    public Emission emit(ProgramOutput program) {
        List<EnvironmentOutput> environments = program.environments();
        List<Finding> findings = new ArrayList<>();
        environments.forEach(environment -> findings.addAll(Reserved.findings(environment)));
        if (!findings.isEmpty()) {
            return Emission.failed(findings);
        }
        SortedMap<String, byte[]> files = new ProgramTree(environments).files();
        environments.forEach(environment -> findings.addAll(differences(environment, files)));
        if (!findings.isEmpty()) {
            return Emission.failed(findings);
        }
        return new Emission(files, List.of(), List.of(), notes(environments));
    }

    private static List<String> notes(List<EnvironmentOutput> environments) {
        List<String> notes = new ArrayList<>(0);
        for (EnvironmentOutput environment : environments) {
            for (StackOutput stack : environment.stacks()) {
                String folder = Folders.overlay(environment.name(), stack.name());
                SecretFiles.of(environment, stack.name()).forEach(secret -> notes.add(secret.note(folder)));
            }
        }
        return notes;
    }

    /** What the tree makes otherwise than the program, which is a mistake of ours and nobody else's. */
    static List<Finding> differences(EnvironmentOutput environment, SortedMap<String, byte[]> files) {
        String folder = Folders.overlay(environment.name());
        List<ObjectNode> built = List.of();
        List<ObjectNode> expected = PlainTree.copies(environment.manifests());
        SortedMap<String, byte[]> filled = new TreeMap<>(files);
        for (StackOutput stack : environment.stacks()) {
            for (SecretFiles secret : SecretFiles.of(environment, stack.name())) {
                secret.fill(Folders.overlay(environment.name(), stack.name()), filled);
                expected.add(secret.filled());
            }
        }
        List<Finding> findings = new ArrayList<>(0);
        try {
            if (files.containsKey(folder + "/" + Kustomization.FILE)) {
                built = new Build(filled).of(folder);
            }
        } catch (FindingsException | IllegalStateException e) {
            findings.add(mistake("The overlay of this environment cannot be built: " + e.getMessage() + ".")
                    .in(environment.name(), null));
            return findings;
        }
        Map<ObjectKey, Manifest> manifests = new LinkedHashMap<>();
        environment.manifests().forEach(manifest -> manifests.put(ObjectKey.of(manifest.tree()), manifest));
        for (Proof.Difference difference : Proof.differences(expected, built)) {
            Finding finding = mistake(difference.message()).on(difference.key().toString(), difference.field());
            Manifest manifest = manifests.get(difference.key());
            findings.add(
                    manifest == null
                            ? finding.in(environment.name(), null)
                            : finding.in(environment.name(), manifest.stack()).at(manifest.origin()));
        }
        return findings;
    }

    private static Finding mistake(String message) {
        return Finding.of(KustomizeRule.DIFFERENT, message)
                .hint("Nothing was written. This is a mistake of Gantry's: please report it with this finding.");
    }
}
