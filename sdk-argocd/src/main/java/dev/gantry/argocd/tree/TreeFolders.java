package dev.gantry.argocd.tree;

import dev.gantry.check.Manifest;
import dev.gantry.finding.Finding;
import dev.gantry.output.EnvironmentOutput;
import dev.gantry.output.StackOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which stack is in which folder of the tree, and what speaks against it. */
final class TreeFolders {

    static final String ARGOCD = "argocd";
    private static final String RENDERED = "rendered";
    private static final String GROUP = "argoproj.io";

    private final DirectoryPatterns patterns;
    private final List<Finding> findings;
    private final Map<String, Tenant> tenants = new HashMap<>();
    private final SortedMap<String, StackSource> repositories = new TreeMap<>();

    /** Whose folder it is. */
    private record Tenant(
            String environment, String stack, @Nullable StackSource source) {

        @Override
        public String toString() {
            return "the stack \"" + stack + "\" of " + environment;
        }
    }

    TreeFolders(DirectoryPatterns patterns, List<Finding> findings) {
        this.patterns = patterns;
        this.findings = findings;
    }

    /** The folder of what tells Argo CD of an environment. */
    static String applied(String environment) {
        return ARGOCD + "/" + environment;
    }

    /** The folders of an environment's stacks: one each, unless Applications read a stack from several. */
    Map<String, SortedSet<String>> of(EnvironmentOutput environment) {
        Map<String, SortedSet<String>> folders = new HashMap<>();
        Map<String, StackSource> deployed = new HashMap<>();
        for (StackSource source : StackSource.of(environment)) {
            deployed.putIfAbsent(source.stack(), source);
            repositories.putIfAbsent(normal(source.repository()), source);
            String folder = folder(environment, source);
            if (folder != null) {
                folders.computeIfAbsent(source.stack(), x -> new TreeSet<>()).add(folder);
                occupy(folder, new Tenant(environment.name(), source.stack(), source));
            }
        }
        for (StackOutput stack : environment.stacks()) {
            List<Manifest> manifests = environment.manifests(stack.name());
            if (manifests.isEmpty() || folders.containsKey(stack.name())) {
                continue;
            }
            boolean ofArgoCd = manifests.stream()
                    .allMatch(manifest -> manifest.id().group().equals(GROUP));
            boolean own = ofArgoCd && !deployed.containsKey(stack.name());
            String folder =
                    own ? applied(environment.name()) : RENDERED + "/" + environment.name() + "/" + stack.name();
            folders.computeIfAbsent(stack.name(), x -> new TreeSet<>()).add(folder);
            if (!own) {
                occupy(folder, new Tenant(environment.name(), stack.name(), null));
                if (!deployed.containsKey(stack.name()) && !patterns.match(folder)) {
                    findings.add(notDeployed(environment, stack, folder));
                }
            }
        }
        return folders;
    }

    private static Finding notDeployed(EnvironmentOutput environment, StackOutput stack, String folder) {
        return Finding.of(
                        GitOpsRule.NOT_DEPLOYED,
                        "No Application reads the stack \"" + stack.name() + "\", which is in " + folder + ".")
                .hint("Add GitOps.of(...) to a stack of Argo CD's namespace, or an Application with deploys(stack).")
                .in(environment.name(), stack.name())
                .at(stack.origin());
    }

    /** The folder that a source reads; {@code null} if it is not known, or impossible. */
    private @Nullable String folder(EnvironmentOutput environment, StackSource source) {
        String usual = RENDERED + "/" + environment.name() + "/" + source.stack();
        if (!source.tool().isEmpty()) {
            add(
                    source,
                    environment,
                    "." + source.tool(),
                    GitOpsRule.NOT_AS_IT_IS,
                    "It has options for " + source.tool() + ", but the folder holds plain manifests.",
                    "Leave the options out, or publish the format that they are for.");
        }
        if (source.isTemplate()) {
            if (!DirectoryPatterns.matches(source.path().replaceAll("\\{\\{.*?\\}\\}", "*"), usual, true)) {
                add(
                        source,
                        environment,
                        ".path",
                        GitOpsRule.NOT_DEPLOYED,
                        "The path \"" + source.path() + "\" never is " + usual + ", where the stack \"" + source.stack()
                                + "\" is.",
                        "Make the parameters yield that folder.");
            }
            return null;
        }
        String folder = clean(source.path());
        boolean outside =
                source.path().startsWith("/") || List.of(folder.split("/", -1)).contains("..");
        if (outside || folder.equals(ARGOCD) || folder.startsWith(ARGOCD + "/") || folder.startsWith(".git")) {
            add(
                    source,
                    environment,
                    ".path",
                    GitOpsRule.FOLDER,
                    "The folder \"" + source.path() + "\" "
                            + (outside ? "is not below the root of the tree." : "is not for the manifests of stacks."),
                    "Read the stack from " + usual + ".");
            return null;
        }
        return folder;
    }

    /** A path without what changes nothing: {@code ./} before it, {@code /} after it. */
    private static String clean(String path) {
        StringBuilder clean = new StringBuilder();
        for (String step : path.split("/", -1)) {
            if (!step.isEmpty() && !step.equals(".")) {
                clean.append(clean.isEmpty() ? "" : "/").append(step);
            }
        }
        return clean.toString();
    }

    private void occupy(String folder, Tenant tenant) {
        Tenant other = tenants.putIfAbsent(folder.toLowerCase(Locale.ROOT), tenant);
        if (other == null
                || (other.environment().equals(tenant.environment())
                        && other.stack().equals(tenant.stack()))) {
            return;
        }
        StackSource source = tenant.source() != null ? tenant.source() : other.source();
        Finding finding = Finding.of(
                        GitOpsRule.SAME_FOLDER,
                        "The folder " + (folder.isEmpty() ? "\".\"" : folder) + " would hold both " + other + " and "
                                + tenant + ".")
                .hint("Give each its own folder, such as GitOps.folder(app, stack).")
                .in(tenant.environment(), tenant.stack());
        findings.add(
                source == null
                        ? finding
                        : finding.on(source.manifest().id().toString(), source.field() + ".path")
                                .at(source.manifest().origin()));
    }

    /** A tree is published to one repository. */
    void checkRepositories() {
        if (repositories.size() < 2) {
            return;
        }
        StackSource first = repositories.get(repositories.firstKey());
        StackSource second = repositories.get(repositories.lastKey());
        if (first != null && second != null) {
            findings.add(Finding.of(
                            GitOpsRule.REPOSITORIES,
                            "Stacks are read from " + first.repository() + " and from " + second.repository()
                                    + ", but one tree holds all of them.")
                    .hint("Publish the tree to each of the repositories, or let all Applications read from one.")
                    .on(second.manifest().id().toString(), second.field() + ".repoURL")
                    .at(second.manifest().origin())
                    .related(first.manifest().origin(), "the other repository is named here"));
        }
    }

    private static String normal(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        String plain = lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
        return plain.endsWith(".git") ? plain.substring(0, plain.length() - ".git".length()) : plain;
    }

    private void add(
            StackSource source,
            EnvironmentOutput environment,
            String field,
            GitOpsRule rule,
            String message,
            String hint) {
        findings.add(Finding.of(rule, message)
                .hint(hint)
                .on(source.manifest().id().toString(), source.field() + field)
                .in(environment.name(), source.manifest().stack())
                .at(source.manifest().lineOf(source.field() + field)));
    }
}
