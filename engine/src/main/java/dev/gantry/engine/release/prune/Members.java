package dev.gantry.engine.release.prune;

import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Discovery;
import dev.gantry.engine.cluster.Listing;
import dev.gantry.engine.release.ApplySet;
import dev.gantry.engine.release.Extent;
import dev.gantry.engine.release.FieldManager;
import dev.gantry.engine.release.ObjectMeta;
import dev.gantry.engine.release.ReleaseRule;
import dev.gantry.engine.release.StackHome;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The live objects of a stack.
 *
 * @param members what is labelled as its
 * @param findings why this may not be all; nothing may be deleted then
 */
public record Members(List<Member> members, List<Finding> findings) {

    /** Copies the lists. */
    public Members {
        members = List.copyOf(members);
        findings = List.copyOf(findings);
    }

    /**
     * Asks the cluster for the metadata of all objects of a stack.
     *
     * @param extent where they may be
     * @param executor on which the questions are asked
     */
    public static Members list(Cluster cluster, StackHome home, Extent extent, Executor executor) {
        List<Finding> findings = new ArrayList<>();
        List<CompletableFuture<List<Member>>> answers = new ArrayList<>();
        List<Question> questions = questions(cluster.discovery(), home, extent, findings);
        for (Question question : questions) {
            answers.add(CompletableFuture.supplyAsync(() -> question.ask(cluster, home), executor));
        }
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            try {
                members.addAll(answers.get(i).join());
            } catch (CompletionException e) {
                if (!(e.getCause() instanceof ApiFailure failure)) {
                    throw e;
                }
                findings.add(partial(home, questions.get(i).what() + " cannot be listed: " + failure.message()));
            }
        }
        return new Members(members, findings);
    }

    private static List<Question> questions(
            Discovery discovery, StackHome home, Extent extent, List<Finding> findings) {
        List<Question> questions = new ArrayList<>();
        TreeSet<String> namespaces = new TreeSet<>(extent.namespaces());
        namespaces.add(home.namespace());
        for (String groupKind : extent.groupKinds()) {
            int dot = groupKind.indexOf('.');
            String kind = dot < 0 ? groupKind : groupKind.substring(0, dot);
            String group = dot < 0 ? "" : groupKind.substring(dot + 1);
            Optional<ApiResource> resource = discovery.preferred(group, kind);
            if (resource.isPresent() && resource.get().namespaced()) {
                namespaces.forEach(namespace -> questions.add(new Question(resource.get(), namespace)));
            } else if (resource.isPresent()) {
                questions.add(new Question(resource.get(), null));
            } else if (discovery.unavailableGroups().contains(group)) {
                findings.add(partial(
                        home, "the API group " + group + " does not answer, and the stack has a " + kind + " of it"));
            }
            // A kind that the server no longer serves has no objects any more.
        }
        return questions;
    }

    private record Question(ApiResource resource, @Nullable String namespace) {

        List<Member> ask(Cluster cluster, StackHome home) {
            List<Member> found = new ArrayList<>();
            String selector = ApplySet.PART_OF + "=" + home.setId();
            cluster.list(new Listing(resource, namespace, selector, true, 0, object -> {
                ObjectMeta meta = ObjectMeta.of(object);
                List<String> managers = meta.managers();
                boolean applied = managers.contains(FieldManager.PROGRAM) || managers.contains(FieldManager.GENERATED);
                // Controllers copy labels: that of a Service comes to be on its Endpoints, which nobody has applied.
                if (applied || managers.isEmpty()) {
                    found.add(new Member(resource, meta.withoutManagedFields(), applied));
                }
            }));
            return found;
        }

        String what() {
            return resource.groupKind() + (namespace == null ? "" : " in namespace " + namespace);
        }
    }

    private static Finding partial(StackHome home, String why) {
        return Finding.of(
                        ReleaseRule.PARTIAL_VIEW,
                        "It is not known what belongs to stack " + home.stack() + ": " + why + ".")
                .hint(
                        "Nothing is deleted as long as that is so, and the inventory stays as it is. Apply without deleting with"
                                + " -Dgantry.prune=false.")
                .in(null, home.stack());
    }
}
