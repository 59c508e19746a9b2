package dev.gantry.helmchart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.NoSettings;
import dev.gantry.Stack;
import dev.gantry.config.ConfigMap;
import dev.gantry.finding.Finding;
import dev.gantry.raw.Raw;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Stacks that are to have no chart. */
class ChartedStacksTest {

    record Shop(String host, int replicas) {}

    private static final String SHOP = "{host: shop.example.com, replicas: 3}";

    private static void shop(App app, Shop env) {
        app.stack("shop", s -> s.namespace("shop")).add(ConfigMap.of("web", c -> c.text("HOST", env.host())));
    }

    /** What no chart can be of: it follows the environment, and a product. */
    private static void applications(App app, Shop env, Stack stack) {
        stack.add(ConfigMap.of(
                "applications",
                c -> c.text("PATH", "rendered/" + app.environment())
                        .text("SIZE", "" + env.replicas() * env.replicas())));
    }

    @Test
    void should_make_the_charts_of_the_other_stacks() {
        Blueprint<Shop> program = (app, env) -> {
            shop(app, env);
            applications(
                    app, env, app.stack("gitops", s -> s.namespace("argocd").noChart()));
        };

        ChartRun chart = ChartRun.proved(Shop.class, program, SHOP, "{host: b.example.com, replicas: 1}");

        assertThat(chart.files()).isNotEmpty().allMatch(file -> file.startsWith("helm/shop/"));
        assertThat(chart.file("shop/values.yaml")).contains("host").doesNotContain("replicas");
        assertThat(chart.notes()).hasSize(2).first().isEqualTo("helm: no chart of gitops, as noChart() says");
    }

    @Test
    void should_leave_a_stack_out_that_one_environment_leaves_out() {
        Blueprint<Shop> program = (app, env) -> {
            shop(app, env);
            applications(app, env, app.stack("gitops", s -> {
                if (app.environment().equals("env1")) {
                    s.noChart();
                }
            }));
        };

        assertThat(ChartRun.of(Shop.class, program, SHOP, SHOP).findings()).isEmpty();
    }

    @Test
    void should_make_no_chart_where_all_stacks_are_left_out() {
        ChartRun chart = ChartRun.of(
                Shop.class, (app, env) -> applications(app, env, app.stack("gitops", Stack.Builder::noChart)), SHOP);

        assertThat(chart.findings()).isEmpty();
        assertThat(chart.files()).isEmpty();
        assertThat(chart.notes()).containsExactly("helm: no chart of gitops, as noChart() says");
    }

    @Test
    void should_say_how_to_leave_out_what_tells_argo_cd_of_an_environment() {
        Blueprint<NoSettings> program = (app, env) ->
                app.stack("gitops", s -> s.namespace("argocd")).add(Raw.of(application(app.environment())));

        assertThat(ChartRun.of(NoSettings.class, program, "").findings())
                .filteredOn(finding -> finding.code().equals("GTY-HLM-002"))
                .singleElement()
                .extracting(Finding::hint)
                .asString()
                .startsWith("Leave the stack \"gitops\" out of the charts, with noChart() in its block");
    }

    private static GenericKubernetesResource application(String environment) {
        GenericKubernetesResource application = new GenericKubernetesResource();
        application.setApiVersion("argoproj.io/v1alpha1");
        application.setKind("Application");
        application.setMetadata(new ObjectMetaBuilder().withName("shop").build());
        application.setAdditionalProperty("spec", Map.of("source", Map.of("path", "rendered/" + environment)));
        return application;
    }
}
