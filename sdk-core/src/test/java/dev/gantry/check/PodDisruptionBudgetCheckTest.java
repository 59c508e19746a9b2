package dev.gantry.check;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Lines;
import dev.gantry.Selectable;
import dev.gantry.Stack;
import dev.gantry.autoscaling.HorizontalPodAutoscaler;
import dev.gantry.extension.Resource;
import dev.gantry.workload.DaemonSet;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.IntOrPercent;
import dev.gantry.workload.Job;
import dev.gantry.workload.Pod;
import dev.gantry.workload.PodDisruptionBudget;
import dev.gantry.workload.RestartPolicy;
import dev.gantry.workload.StatefulSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PodDisruptionBudgetCheckTest {

    private static final Image IMAGE = Image.of("example.com/web:7");

    @Test
    void should_warn_of_a_budget_that_keeps_every_replica() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    Deployment web = shop.add(web(d -> d.replicas(2))); // @web
                    shop.add(PodDisruptionBudget.of("web", web, p -> p.minAvailable(IntOrPercent.of(2)))); // @budget
                }))
                .isEqualTo(Lines.fill(PodDisruptionBudgetCheckTest.class, """
                        warning GTY-PDB-001 @budget PodDisruptionBudget shop/web spec.minAvailable
                          At least 2 pods must stay, but there are 2: none of them can be evicted.
                          hint: Ask for less than there are replicas, or call maxUnavailable(IntOrPercent.of(1)).
                          @web: Deployment shop/web has 2 replicas
                        """));
    }

    @Test
    void should_warn_of_a_budget_for_a_single_replica() {
        assertThat(findings(budget(d -> {}, p -> p.minAvailable(IntOrPercent.percent(1)))))
                .extracting(f -> f.code() + " " + f.message())
                .containsExactly("GTY-PDB-001 At least 1 pod must stay, but there is 1: none of them can be evicted.");
    }

    @Test
    void should_go_by_the_least_number_of_an_autoscaler() {
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop");
                    Deployment web = shop.add(web(d -> d.container("web", IMAGE, c -> c.requests("1", "1Gi"))));
                    shop.add(HorizontalPodAutoscaler.of(
                            "web", web, h -> h.replicas(3, 9).cpuUtilization(60)));
                    shop.add(PodDisruptionBudget.of("web", web, p -> p.minAvailable(IntOrPercent.percent(70))));
                }))
                .singleElement()
                .satisfies(f -> assertThat(f.message())
                        .isEqualTo("At least 3 pods must stay, but there are 3: none of them can be evicted."))
                .satisfies(f -> assertThat(f.related())
                        .extracting(r -> r.message())
                        .containsExactly("HorizontalPodAutoscaler web leaves Deployment web 3 replicas at least"));
    }

    @ParameterizedTest
    @CsvSource({"3,2", "10,9"})
    void should_accept_a_budget_that_leaves_one(int replicas, int least) {
        assertThat(findings(budget(d -> d.replicas(replicas), p -> p.minAvailable(IntOrPercent.of(least)))))
                .isEmpty();
    }

    @Test
    void should_accept_shares_that_leave_one() {
        assertThat(findings(budget(d -> d.replicas(3), p -> p.minAvailable(IntOrPercent.percent(66)))))
                .isEmpty();
        assertThat(findings(budget(d -> d.replicas(1), p -> p.maxUnavailable(IntOrPercent.percent(1)))))
                .isEmpty();
        assertThat(findings(budget(d -> d.replicas(0), p -> p.minAvailable(IntOrPercent.of(1)))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void should_warn_of_a_budget_that_lets_none_be_missing(boolean percent) {
        IntOrPercent none = percent ? IntOrPercent.percent(0) : IntOrPercent.of(0);
        assertThat(findings(budget(d -> d.replicas(4), p -> p.maxUnavailable(none))))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message())
                .containsExactly(
                        "GTY-PDB-001 spec.maxUnavailable No pod may ever be missing, so the nodes of these pods"
                                + " cannot be drained.");
    }

    @Test
    void should_warn_of_a_budget_that_keeps_all_or_says_nothing() {
        assertThat(findings(budget(d -> d.replicas(4), p -> p.minAvailable(IntOrPercent.percent(100)))))
                .extracting(f -> f.code() + " " + f.field())
                .containsExactly("GTY-PDB-001 spec.minAvailable");
        assertThat(findings(budget(d -> d.replicas(4), p -> {})))
                .extracting(f -> f.code() + " " + f.field())
                .containsExactly("GTY-PDB-001 spec");
    }

    @Test
    void should_add_up_the_workloads_that_a_budget_selects() {
        assertThat(findings(app -> {
                    Stack shop = app.stack("shop");
                    Deployment web = shop.add(web(d -> d.replicas(2)));
                    shop.add(StatefulSet.of(
                            "cache", s -> s.replicas(1).selector("app", "web").container("web", IMAGE, c -> {})));
                    shop.add(PodDisruptionBudget.of("web", web, p -> p.minAvailable(IntOrPercent.of(2))));
                }))
                .isEmpty();
    }

    @Test
    void should_warn_of_a_budget_that_selects_no_pods() {
        assertThat(findings(budget(
                        d -> d.replicas(2),
                        p -> p.maxUnavailable(IntOrPercent.of(1))
                                .rawTree(tree -> tree.withObject("/spec/selector/matchLabels")
                                        .put("app", "shop")))))
                .extracting(f -> f.code() + " " + f.field())
                .containsExactly("GTY-PDB-002 spec.selector");
        assertThat(findings(budget(
                        d -> d.replicas(2),
                        p -> p.maxUnavailable(IntOrPercent.of(1))
                                .rawTree(tree -> tree.withObject("/spec").remove("selector")))))
                .extracting(f -> f.code() + " " + f.field())
                .containsExactly("GTY-PDB-002 spec.selector");
    }

    @Test
    void should_select_by_expressions_too() {
        assertThat(findings(budget(
                        d -> d.replicas(2),
                        p -> p.minAvailable(IntOrPercent.of(2))
                                .rawTree(tree -> tree.withObject("/spec/selector")
                                        .removeAll()
                                        .putArray("matchExpressions")
                                        .addObject()
                                        .put("key", "app")
                                        .put("operator", "Exists")))))
                .extracting(f -> f.code())
                .containsExactly("GTY-PDB-001");
    }

    @Test
    void should_warn_of_a_budget_that_selects_every_pod() {
        assertThat(findings(app -> app.stack("shop")
                        .add(PodDisruptionBudget.of(
                                "web", Deployment.existing("web"), p -> p.maxUnavailable(IntOrPercent.of(1))))))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message())
                .containsExactly("GTY-PDB-003 spec.selector The labels of Deployment web are not known, so the selector"
                        + " takes every pod of the namespace.");
    }

    @Test
    void should_reject_two_budgets_for_the_same_pods() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    Deployment web = shop.add(web(d -> d.replicas(3)));
                    shop.add(PodDisruptionBudget.of("one", web, p -> p.minAvailable(IntOrPercent.of(1)))); // @one
                    shop.add(PodDisruptionBudget.of("two", web, p -> p.minAvailable(IntOrPercent.of(1)))); // @two
                }))
                .isEqualTo(Lines.fill(PodDisruptionBudgetCheckTest.class, """
                        error GTY-PDB-004 @two PodDisruptionBudget shop/two spec.selector
                          The pods of Deployment shop/web have another one, PodDisruptionBudget shop/one: they cannot be evicted at all.
                          hint: Leave one of the two out, or give the workloads labels that tell them apart.
                          @one: the first one is made here
                        """));
    }

    @Test
    void should_accept_budgets_for_equal_labels_in_two_namespaces() {
        assertThat(findings(app -> {
                    for (String name : new String[] {"shop", "copy"}) {
                        Stack stack = app.stack(name, s -> s.namespace(name));
                        Deployment web = stack.add(web(d -> d.replicas(3)));
                        stack.add(PodDisruptionBudget.of("web", web, p -> p.minAvailable(IntOrPercent.of(1))));
                    }
                }))
                .isEmpty();
    }

    @Test
    void should_warn_of_a_limit_that_needs_a_number_of_replicas() {
        assertThat(findings(of(
                        DaemonSet.of("agent", d -> d.selector("app", "a").container("a", IMAGE, c -> {})),
                        p -> p.maxUnavailable(IntOrPercent.of(1)))))
                .extracting(f -> f.code() + " " + f.field())
                .containsExactly("GTY-PDB-005 spec.maxUnavailable");
        assertThat(findings(of(
                        Job.of(
                                "report",
                                RestartPolicy.NEVER,
                                j -> j.podLabel("app", "a").container("a", IMAGE, c -> {})),
                        p -> p.minAvailable(IntOrPercent.percent(50)))))
                .extracting(f -> f.code() + " " + f.field())
                .containsExactly("GTY-PDB-005 spec.minAvailable");
        assertThat(findings(of(
                        Pod.of("debug", p -> p.label("app", "a").container("a", IMAGE, c -> {})),
                        p -> p.minAvailable(IntOrPercent.of(1)))))
                .isEmpty();
    }

    private static <R extends Resource & Selectable> Consumer<App> of(
            R pods, Consumer<PodDisruptionBudget.Builder> options) {
        return app -> {
            Stack shop = app.stack("shop");
            shop.add(pods);
            shop.add(PodDisruptionBudget.of("pods", pods, options));
        };
    }

    private static Consumer<App> budget(
            Consumer<Deployment.Builder> options, Consumer<PodDisruptionBudget.Builder> limits) {
        return app -> {
            Stack shop = app.stack("shop");
            shop.add(PodDisruptionBudget.of("web", shop.add(web(options)), limits));
        };
    }

    private static Deployment web(Consumer<Deployment.Builder> options) {
        return Deployment.of("web", d -> {
            d.selector("app", "web");
            options.accept(d);
            d.container("main", IMAGE, c -> c.requests("1", "1Gi"));
        });
    }
}
