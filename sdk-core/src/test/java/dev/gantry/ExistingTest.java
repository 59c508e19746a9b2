package dev.gantry;

import static dev.gantry.TestRun.findings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.access.ServiceAccount;
import dev.gantry.config.Secret;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is wrong with the name of a resource that exists outside the program is said where it is named. */
class ExistingTest {

    private static final String MAIN = "spec.template.spec.containers[0]";

    @Test
    void should_find_a_bad_name_once_at_the_first_field_that_names_it() {
        Secret bad = Secret.existing("Bad_Name");
        assertThat(found(d -> d.container(
                        "web", Image.of("web:7"), c -> c.env("A", bad.key("a")).env("B", bad.key("b")))))
                .containsExactly("GTY-VAL-002 " + MAIN
                        + ".env[0].valueFrom.secretKeyRef.name \"Bad_Name\" has upper-case letters.");
    }

    @Test
    void should_find_a_name_that_is_null() {
        assertThat(found(d ->
                        d.container("web", Image.of("web:7"), c -> {}).serviceAccount(ServiceAccount.existing(null))))
                .containsExactly(
                        "GTY-VAL-001 spec.template.spec.serviceAccountName A value is needed here, but null was"
                                + " given.");
    }

    @Test
    void should_find_a_namespace_that_is_none() {
        Service db = Service.existing("db").in("Bad NS");
        assertThat(found(d -> d.container("web", Image.of("web:7"), c -> c.env("DB", db.host()))))
                .containsExactly("GTY-VAL-002 " + MAIN + ".env[0].value \"Bad NS\" has upper-case letters.");
        Service unknown = Service.existing("db").in(null);
        assertThat(found(d -> d.container("web", Image.of("web:7"), c -> c.env("DB", unknown.host()))))
                .containsExactly("GTY-VAL-001 " + MAIN + ".env[0].value A value is needed here, but null was given.");
    }

    @Test
    void should_find_a_resource_of_the_program_that_is_taken_for_one_outside() {
        Service elsewhere = Service.existing("db").in("data").in("other");
        assertThat(found(d -> d.container("web", Image.of("web:7"), c -> c.env("DB", elsewhere.host()))))
                .isEmpty();
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    Service db = shop.add(Service.of("db", s -> s.externalName("db.example.com")));
                    Service moved = db.in("data"); // @moved
                    shop.add(Deployment.of(
                            "web",
                            d -> d.selector("app", "web")
                                    .container("web", Image.of("web:7"), c -> c.env("DB", moved.host()))));
                }))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message())
                .containsExactly(
                        "GTY-PRG-020 " + MAIN + ".env[0].value Service db is made by the program, so in(...) cannot"
                                + " say where it lives.");
    }

    private static List<String> found(Consumer<Deployment.Builder> options) {
        return findings(app ->
                        app.stack("shop").add(Deployment.of("web", d -> options.accept(d.selector("app", "web")))))
                .stream()
                .map(f -> f.code() + " " + f.field() + " " + f.message())
                .toList();
    }
}
