package dev.gantry.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.drift.DriftedField;
import dev.gantry.engine.drift.ObjectStatus;
import dev.gantry.engine.drift.ObjectStatus.Pending;
import dev.gantry.engine.drift.Owner;
import dev.gantry.engine.drift.StackStatus;
import dev.gantry.engine.plan.FieldChange;
import dev.gantry.engine.release.history.Revision;
import dev.gantry.engine.status.Readiness;
import dev.gantry.finding.Origin;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatusTextTest {

    private static final Instant TIME = Instant.parse("2024-05-06T07:08:10.123Z");
    private static final Readiness READY = new Readiness(Readiness.State.READY, "");

    @Test
    void should_say_that_a_stack_was_never_deployed() {
        StackStatus status =
                new StackStatus("shop", "web", null, 0, null, List.of(object("a", Pending.NEW, false, null)));

        assertThat(StatusText.of(status, false)).isEqualTo("""
                Stack shop (namespace web) was never deployed; 0 of 1 object is as the program says, and ready
                  Deployment web/a: the next apply makes it  (Shop.java:31)""");
    }

    @Test
    void should_say_that_no_revision_is_there_as_a_whole_after_a_first_run_that_was_interrupted() {
        StackStatus status = new StackStatus(
                "shop",
                "web",
                revision(1, Revision.State.INTERRUPTED),
                0,
                null,
                List.of(object("a", Pending.NEW, false, null)));

        assertThat(StatusText.of(status, false))
                .startsWith("Stack shop (namespace web): no revision of staging has been applied as a whole, last run"
                        + " 2024-05-06T07:08:10Z interrupted; 0 of 1 object");
    }

    @Test
    void should_say_of_a_generated_secret_whether_it_is_there_and_what_it_lacks() {
        StackStatus status = new StackStatus(
                "shop",
                "web",
                revision(8, Revision.State.FAILED),
                7,
                null,
                List.of(
                        secret("absent", Pending.NOTHING, null),
                        secret("new", Pending.NEW, null),
                        secret("half", Pending.NOTHING, Readiness.inProgress("it has no value for pepper")),
                        secret("whole", Pending.NOTHING, READY)));

        assertThat(StatusText.of(status, true)).isEqualTo("""
                Stack shop (namespace web): revision 7 of staging, last run 2024-05-06T07:08:10Z failed; 1 of 4 objects are as the program says, and ready
                  Secret web/absent: it is not there  (Shop.java:31)
                  Secret web/new: the next apply makes it  (Shop.java:31)
                  Secret web/half: it has no value for pepper  (Shop.java:31)
                  Secret web/whole: fine  (Shop.java:31)""");
    }

    @Test
    void should_show_what_is_not_as_it_should_be_and_who_did_it() {
        DriftedField replicas = new DriftedField(
                new FieldChange("spec.replicas", new IntNode(2), new IntNode(5)),
                List.of(new Owner("kubectl-edit", TIME), new Owner("robot", null)));
        DriftedField paused = new DriftedField(new FieldChange("spec.paused", new IntNode(1), null), List.of());
        StackStatus status = new StackStatus(
                "shop",
                "web",
                revision(8, Revision.State.FAILED),
                7,
                "ada@build-7/4711",
                List.of(
                        object("a", Pending.NOTHING, true, READY),
                        object("b", Pending.NOTHING, true, READY, replicas, paused),
                        object("c", Pending.CHANGED, true, new Readiness(Readiness.State.IN_PROGRESS, "2 of 6 pods")),
                        object("d", Pending.REMOVED, false, null)));

        assertThat(StatusText.of(status, false)).isEqualTo("""
                Stack shop (namespace web): revision 7 of staging, last run 2024-05-06T07:08:10Z failed; ada@build-7/4711 works on it now; 1 of 4 objects are as the program says, and ready
                  Deployment web/b: it was changed since it was applied  (Shop.java:31)
                    spec.replicas: 2 → 5, by kubectl-edit at 2024-05-06T07:08:10Z, by robot
                    spec.paused: 1 → nothing
                  Deployment web/c: the program has changed since it was applied; 2 of 6 pods  (Shop.java:31)
                  Deployment web/d: the program no longer has it; it is not there  (Shop.java:31)""");
        assertThat(StatusText.of(status, true)).contains("\n  Deployment web/a: fine  (Shop.java:31)\n");
    }

    private static Revision revision(int number, Revision.State state) {
        return new Revision(
                number,
                state,
                TIME,
                TIME,
                "ada",
                null,
                "sha256:01",
                "com.acme.Shop",
                "staging",
                "gantry/0.1.0",
                "",
                null,
                4,
                1,
                "uid");
    }

    private static ObjectStatus secret(String name, Pending pending, @Nullable Readiness readiness) {
        return new ObjectStatus(
                new ResourceId("v1", "Secret", "web", name),
                Origin.source("com/acme/Shop.java", 31),
                pending,
                readiness != null,
                List.of(),
                readiness);
    }

    private static ObjectStatus object(
            String name, Pending pending, boolean isThere, @Nullable Readiness readiness, DriftedField... drift) {
        return new ObjectStatus(
                new ResourceId("apps/v1", "Deployment", "web", name),
                Origin.source("com/acme/Shop.java", 31),
                pending,
                isThere,
                List.of(drift),
                readiness);
    }
}
