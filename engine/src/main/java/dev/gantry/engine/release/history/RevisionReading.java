package dev.gantry.engine.release.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.release.ReleaseRule;
import dev.gantry.engine.release.StackHome;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads one revision out of its Secrets, and says which others there are if it cannot. */
final class RevisionReading {

    private final Cluster cluster;
    private final StackHome home;
    private final List<Revision> revisions;

    RevisionReading(Cluster cluster, StackHome home, List<Revision> revisions) {
        this.cluster = cluster;
        this.home = home;
        this.revisions = revisions;
    }

    Release read(int number) {
        Revision revision = revisions.stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(() -> problem(ReleaseRule.UNKNOWN_REVISION, number, unknown(number)));
        if (!revision.hasContents()) {
            throw problem(
                    ReleaseRule.EMPTY_REVISION,
                    number,
                    "Revision " + number + " of stack " + home.stack()
                            + " was too large to be kept: it says what happened, and not what was deployed.");
        }
        List<InputStream> parts = new ArrayList<>();
        try {
            for (int part = 1; part <= revision.parts(); part++) {
                Optional<ObjectNode> secret = cluster.get(home.revision(number, part));
                if (secret.isEmpty()) {
                    throw new IOException("part " + part + " of " + revision.parts() + " is absent");
                }
                parts.add(new ByteArrayInputStream(RevisionSecret.content(secret.get())));
            }
            return ReleaseReader.read(parts, revision.digest());
        } catch (IOException e) {
            throw corrupt(number, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw corrupt(number, "it is not base64");
        }
    }

    private String unknown(int number) {
        String text = "Stack " + home.stack() + " in namespace " + home.namespace() + " has no revision " + number;
        boolean trimmed =
                !revisions.isEmpty() && number > 0 && number < revisions.get(0).number();
        return text + (trimmed ? "; it was trimmed." : ".");
    }

    private FindingsException corrupt(int number, String why) {
        return problem(
                ReleaseRule.CORRUPT_REVISION,
                number,
                "Revision " + number + " of stack " + home.stack() + " is damaged: " + why + ".");
    }

    private FindingsException problem(ReleaseRule rule, int number, String message) {
        String usable = revisions.stream()
                .filter(each -> each.hasContents() && each.number() != number)
                .map(each -> each.number() + " (" + each.state().text() + ")")
                .collect(Collectors.joining(", "));
        return new FindingsException(Finding.of(rule, message)
                .hint(
                        usable.isEmpty()
                                ? "There is no other revision; apply the program instead."
                                : "Choose another one with -Dgantry.revision: " + usable + ".")
                .in(null, home.stack())
                .on(home.revision(number, 1).toString(), null));
    }
}
