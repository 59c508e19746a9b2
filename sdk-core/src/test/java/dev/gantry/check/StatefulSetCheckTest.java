package dev.gantry.check;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Lines;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.network.Service;
import dev.gantry.workload.StatefulSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StatefulSetCheckTest {

    private static final Port SQL = Port.tcp("sql", 5432);

    @Test
    void should_warn_of_a_service_with_an_address_of_its_own() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    Service names = shop.add(
                            Service.of("db", s -> s.selector("app", "db").port(SQL))); // @service
                    shop.add(database(s -> s.service(names))); // @set
                }))
                .isEqualTo(Lines.fill(StatefulSetCheckTest.class, """
                        warning GTY-WRK-013 @set StatefulSet shop/db spec.serviceName
                          Service shop/db is not headless, so DNS knows it, but not each of the pods.
                          hint: Call headless() on the Service.
                          @service: the Service is made here
                        """));
    }

    @Test
    void should_warn_of_a_service_of_other_pods() {
        assertThat(findings(governed(s -> s.headless().selector("app", "web"))))
                .filteredOn(f -> f.code().startsWith("GTY-WRK"))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message())
                .containsExactly(
                        "GTY-WRK-013 spec.serviceName Service db does not select these pods, so DNS does not know"
                                + " them.");
        assertThat(findings(governed(s -> s.headless())))
                .extracting(f -> f.code() + " " + f.message())
                .containsExactly("GTY-WRK-013 Service db does not select these pods, so DNS does not know them.");
    }

    @Test
    void should_warn_of_a_headless_service_that_the_set_does_not_name() {
        Consumer<App> forgotten = app -> {
            Stack shop = app.stack("shop");
            StatefulSet database = shop.add(database(s -> {}));
            shop.add(
                    Service.of("other", s -> s.headless().selector("app", "web").port(SQL)));
            shop.add(Service.of("address", s -> s.selects(database).port(SQL)));
            shop.add(Service.of("names", s -> s.headless().selects(database).port(SQL)));
        };
        assertThat(findings(forgotten))
                .filteredOn(f -> f.code().equals("GTY-WRK-013"))
                .extracting(f -> f.field() + " " + f.message())
                .containsExactly(
                        "spec.serviceName It names no Service, so DNS does not know each of the pods, though Service"
                                + " names is headless and selects them.");
        assertThat(findings(app -> app.stack("shop").add(database(s -> {})))).isEmpty();
    }

    @Test
    void should_warn_of_a_name_without_a_service() {
        assertThat(findings(app -> app.stack("shop")
                        .add(database(
                                s -> s.rawTree(tree -> tree.withObject("/spec").put("serviceName", "names"))))))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message())
                .containsExactly(
                        "GTY-WRK-013 spec.serviceName The program has no Service \"names\" in this namespace.");
    }

    @Test
    void should_accept_a_headless_service_of_the_pods_or_one_outside() {
        assertThat(findings(governed(s -> s.headless().selector("app", "db")))).isEmpty();
        assertThat(findings(app -> app.stack("shop").add(database(s -> s.service(Service.existing("names"))))))
                .isEmpty();
        assertThat(findings(app -> app.stack("shop").add(database(s -> {})))).isEmpty();
    }

    @Test
    void should_reject_a_name_that_no_pod_can_have_in_a_label() {
        assertThat(findings(named("d".repeat(53))))
                .extracting(f -> f.code() + " " + f.field())
                .containsExactly("GTY-WRK-016 metadata.name");
        assertThat(findings(named("d".repeat(52)))).isEmpty();
    }

    private static Consumer<App> named(String name) {
        return app -> app.stack("shop")
                .add(StatefulSet.of(
                        name, s -> s.selector("app", "db").container("main", Image.of("example.com/db:7"), c -> {})));
    }

    private static Consumer<App> governed(Consumer<Service.Builder> options) {
        return app -> {
            Stack shop = app.stack("shop");
            Service names = shop.add(Service.of("db", options));
            shop.add(database(s -> s.service(names)));
        };
    }

    private static StatefulSet database(Consumer<StatefulSet.Builder> options) {
        return StatefulSet.of("db", s -> {
            s.selector("app", "db").container("main", Image.of("example.com/db:7"), c -> c.ports(SQL));
            options.accept(s);
        });
    }
}
