package dev.gantry.argocd.tree;

import dev.gantry.argocd.ApplicationHealth;
import dev.gantry.argocd.StackDeployment;
import dev.gantry.argocd.check.ApplicationWaves;
import dev.gantry.argocd.check.UnkeptOrder;
import dev.gantry.check.Manifest;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Rule;
import dev.gantry.output.Emission;
import dev.gantry.output.Emitter;
import dev.gantry.output.EnvironmentOutput;
import dev.gantry.output.Layout;
import dev.gantry.output.ManifestFiles;
import dev.gantry.output.ProgramOutput;
import dev.gantry.output.StackOutput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes the tree that a repository for Argo CD holds: the manifests of each stack in the folder where its Application reads them,
 * {@code rendered/<environment>/<stack>} where none says another, and in {@code argocd/<environment>} what tells Argo CD of them.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/directory/">Directories of manifests</a>
 */
public final class GitOpsEmitter implements Emitter {

    static final String FORMAT = "gitops";

    /** Made by {@link java.util.ServiceLoader}. */
    public GitOpsEmitter() {}

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public List<? extends Rule> rules() {
        return List.of(GitOpsRule.values());
    }

    @Override
    public Emission emit(ProgramOutput program) {
        List<Finding> findings = new ArrayList<>();
        DirectoryPatterns patterns = DirectoryPatterns.of(program.environments());
        TreeFolders folders = new TreeFolders(patterns, findings);
        Map<String, Map<String, SortedSet<String>>> places = new LinkedHashMap<>();
        for (EnvironmentOutput environment : program.environments()) {
            places.put(environment.name(), folders.of(environment));
            environment.stacks().forEach(stack -> secrets(environment, stack, findings));
            orders(environment, findings);
        }
        folders.checkRepositories();
        boolean placed = findings.stream().noneMatch(Finding::isError);
        findings.addAll(replacements(program, places));
        if (!placed) {
            return Emission.failed(findings);
        }
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (EnvironmentOutput environment : program.environments()) {
            print(environment, places.getOrDefault(environment.name(), Map.of()), files);
        }
        return new Emission(files, List.of(), findings, notes(program, files));
    }

    /** An error that the author may accept, so that the tree is made for that case. */
    private static List<Finding> replacements(
            ProgramOutput program, Map<String, Map<String, SortedSet<String>>> places) {
        Replacements replacements = new Replacements();
        for (EnvironmentOutput environment : program.environments()) {
            Map<String, SortedSet<String>> folders = places.getOrDefault(environment.name(), Map.of());
            String applied = TreeFolders.applied(environment.name());
            replacements.add(
                    environment,
                    environment.manifests().stream()
                            .filter(manifest -> folders.getOrDefault(manifest.stack(), new TreeSet<>())
                                    .contains(applied))
                            .toList());
        }
        return replacements.findings();
    }

    private static void print(
            EnvironmentOutput environment, Map<String, SortedSet<String>> folders, SortedMap<String, byte[]> files) {
        ManifestFiles printed = ManifestFiles.print(environment.name(), environment.manifests(), Layout.OBJECT);
        for (int i = 0; i < environment.manifests().size(); i++) {
            Manifest manifest = environment.manifests().get(i);
            String file = printed.entries().get(i).file();
            String name = file.substring(file.lastIndexOf('/') + 1);
            for (String folder : folders.getOrDefault(manifest.stack(), new TreeSet<>())) {
                files.put(
                        FORMAT + "/" + folder + (folder.isEmpty() ? "" : "/") + name,
                        printed.files().getOrDefault(file, new byte[0]));
            }
        }
    }

    /** What is in no output, or is made by nobody but the engine. */
    private static void secrets(EnvironmentOutput environment, StackOutput stack, List<Finding> findings) {
        if (stack.generatedSecrets()) {
            findings.add(Finding.of(
                            GitOpsRule.SECRET,
                            "The stack \"" + stack.name()
                                    + "\" asks for random values in Secrets, which only gantry:apply makes.")
                    .hint(
                            "Make these Secrets in the clusters in another way, and name them with Secret.existing(name).")
                    .in(environment.name(), stack.name())
                    .at(stack.origin()));
        }
        stack.fileSecrets()
                .forEach(secret -> findings.add(Finding.of(
                                GitOpsRule.SECRET,
                                secret.manifest().id()
                                        + " has its values in files, which are not put into a repository.")
                        .hint("Bring it to the clusters in another way, such as a controller for secrets.")
                        .on(secret.manifest().id().toString(), null)
                        .in(environment.name(), stack.name())
                        .at(secret.manifest().origin())));
    }

    /** Of the stacks that no Application of the program deploys: a check looks at the others. */
    private static void orders(EnvironmentOutput environment, List<Finding> findings) {
        Set<String> checked = new HashSet<>();
        for (Manifest manifest : environment.manifests()) {
            if (manifest.resource() instanceof StackDeployment deployment) {
                deployment.stack().ifPresent(stack -> checked.add(stack.name()));
            }
        }
        for (StackOutput stack : environment.stacks()) {
            if (!checked.contains(stack.name())) {
                UnkeptOrder.in(environment.manifests(stack.name()))
                        .forEach(order -> findings.add(order.finding()
                                .in(environment.name(), stack.name())
                                .on(order.manifest().id().toString(), null)));
            }
        }
    }

    private static List<String> notes(ProgramOutput program, SortedMap<String, byte[]> files) {
        SortedSet<String> roots = new TreeSet<>();
        for (String file : files.keySet()) {
            if (file.startsWith(FORMAT + "/" + TreeFolders.ARGOCD + "/")) {
                roots.add(file.substring(FORMAT.length() + 1, file.lastIndexOf('/')));
            }
        }
        List<String> notes = new ArrayList<>();
        if (!roots.isEmpty()) {
            notes.add("Argo CD learns of the tree once, where it runs: kubectl apply -f "
                    + String.join(" -f ", roots.size() > 3 ? List.of(roots.first()) : List.copyOf(roots))
                    + (roots.size() > 3 ? ", and so on" : ""));
        }
        if (hasUnknownWaves(program)) {
            notes.add(
                    "The waves of the Applications are waited for where an Application deploys them, and argocd-cm has "
                            + ApplicationHealth.KEY);
        }
        return notes;
    }

    /** Whether Applications are in waves, and the program does not have the configuration of Argo CD, at which a check looks. */
    private static boolean hasUnknownWaves(ProgramOutput program) {
        boolean waves = false;
        for (EnvironmentOutput environment : program.environments()) {
            if (environment.manifests().stream().anyMatch(ApplicationWaves::isSettings)) {
                return false;
            }
            waves |= !ApplicationWaves.later(environment.manifests()).isEmpty();
        }
        return waves;
    }
}
