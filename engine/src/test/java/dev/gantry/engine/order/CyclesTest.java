package dev.gantry.engine.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class CyclesTest {

    @Test
    void should_name_every_line_of_a_circle_of_dependencies() {
        Waves waves = new Objects()
                .add("Deployment shop/a")
                .dependsOn("Deployment shop/b")
                .add("Deployment shop/b")
                .dependsOn("Job shop/c")
                .add("Job shop/c")
                .dependsOn("Deployment shop/a")
                .waves();

        assertThat(text(waves.findings())).isEqualTo("""
                GTY-APY-001 shop Deployment shop/a Shop.java:1: Deployment shop/a depends on Deployment shop/b, Deployment shop/b depends on Job shop/c, Job shop/c depends on Deployment shop/a: none of them can be the first.
                  hint: Take one of the dependsOn calls away that make this circle.
                  Shop.java:2: Deployment shop/b depends on Job shop/c
                  Shop.java:3: Job shop/c depends on Deployment shop/a
                """);
        assertThat(waves.of("shop").stream().flatMap(wave -> wave.objects().stream()))
                .hasSize(3);
    }

    @Test
    void should_say_that_an_object_depends_on_itself() {
        Waves waves = new Objects().add("Job shop/a").dependsOn("Job shop/a").waves();

        assertThat(waves.findings()).extracting(Finding::message).containsExactly("Job shop/a depends on itself.");
    }

    @Test
    void should_find_a_namespace_that_depends_on_its_contents() {
        Waves waves = new Objects()
                .add("Namespace shop")
                .dependsOn("Job shop/a")
                .add("Job shop/a")
                .waves();

        assertThat(waves.findings())
                .extracting(Finding::message)
                .containsExactly("Namespace shop depends on Job shop/a, Job shop/a lives in Namespace shop:"
                        + " none of them can be the first.");
    }

    @Test
    void should_find_a_definition_that_depends_on_an_object_of_its_kind() {
        Waves waves = new Objects()
                .addDefinition("Widget")
                .dependsOn("Widget shop/a")
                .add("Widget shop/a")
                .waves();

        assertThat(waves.findings())
                .extracting(Finding::message)
                .containsExactly("CustomResourceDefinition Widget depends on Widget shop/a,"
                        + " Widget shop/a is of a kind that is defined by CustomResourceDefinition Widget:"
                        + " none of them can be the first.");
    }

    @Test
    void should_report_each_circle_once() {
        Waves waves = new Objects()
                .add("Job shop/a")
                .dependsOn("Job shop/b")
                .add("Job shop/b")
                .dependsOn("Job shop/a")
                .add("Job shop/c")
                .dependsOn("Job shop/d", "Job shop/b")
                .add("Job shop/d")
                .dependsOn("Job shop/c")
                .add("Job shop/e")
                .dependsOn("Job shop/d")
                .waves();

        assertThat(waves.findings()).extracting(Finding::resource).containsExactly("Job shop/a", "Job shop/c");
    }

    @Test
    void should_find_stacks_that_wait_for_each_other() {
        Waves waves = new Objects()
                .stack("shop")
                .add("Deployment shop/web")
                .dependsOn("Deployment data/db")
                .add("Job shop/seed")
                .stack("data")
                .add("Deployment data/db")
                .add("Job data/import")
                .dependsOn("Job shop/seed")
                .waves();

        assertThat(text(waves.findings())).isEqualTo("""
                GTY-APY-001 shop Deployment shop/web Shop.java:1: Stack shop has to come before stack data, because Job data/import depends on Job shop/seed; stack data has to come before stack shop, because Deployment shop/web depends on Deployment data/db.
                  hint: A stack is applied as a whole. Put objects that need each other into one stack, or take one of the dependencies away.
                  Shop.java:4: Job data/import depends on Job shop/seed
                """);
        assertThat(waves.stacks()).extracting(StackWaves::stack).containsExactly("shop", "data");
    }

    @Test
    void should_report_a_circle_of_objects_across_stacks_as_one_of_objects() {
        Waves waves = new Objects()
                .stack("shop")
                .add("Job shop/a")
                .dependsOn("Job data/b")
                .stack("data")
                .add("Job data/b")
                .dependsOn("Job shop/a")
                .waves();

        assertThat(waves.findings())
                .extracting(Finding::message)
                .containsExactly("Job shop/a depends on Job data/b, Job data/b depends on Job shop/a:"
                        + " none of them can be the first.");
    }

    @Test
    void should_find_no_circle_in_a_diamond() {
        Waves waves = new Objects()
                .add("Job shop/a")
                .dependsOn("Job shop/b", "Job shop/c")
                .add("Job shop/b")
                .dependsOn("Job shop/d")
                .add("Job shop/c")
                .dependsOn("Job shop/d")
                .add("Job shop/d")
                .waves();

        assertThat(waves.findings()).isEmpty();
        assertThat(waves.of("shop")).hasSize(3);
    }

    private static String text(List<Finding> findings) {
        StringBuilder out = new StringBuilder();
        for (Finding finding : findings) {
            out.append(finding.code()).append(' ').append(finding.stack()).append(' ');
            out.append(finding.resource()).append(' ').append(finding.origin());
            out.append(": ").append(finding.message()).append('\n');
            out.append("  hint: ").append(finding.hint()).append('\n');
            finding.related()
                    .forEach(line -> out.append("  ")
                            .append(line.origin())
                            .append(": ")
                            .append(line.message())
                            .append('\n'));
        }
        return out.toString();
    }
}
