package dev.gantry.argocd.check;

import static dev.gantry.argocd.check.Found.at;
import static dev.gantry.argocd.check.Found.gitops;
import static dev.gantry.argocd.check.Found.inSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.LabelSelector;
import dev.gantry.Lines;
import dev.gantry.TestRun;
import dev.gantry.argocd.ApplicationSet;
import dev.gantry.argocd.DestinationCluster;
import dev.gantry.argocd.Generator;
import dev.gantry.finding.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationSetCheckTest {

    private static final String GIT = "https://git.example.com/deploy";

    private static final Generator TWO = Generator.list(l -> l.element(
                    e -> e.set("name", "eu").set("stage", "production").object("values", v -> v.set("zone", "a")))
            .element(e -> e.set("name", "us").set("stage", "staging").object("values", v -> v.set("zone", "b"))));

    @Test
    void should_name_the_line_of_a_parameter_that_no_generator_yields() {
        assertThat(TestRun.report(app -> gitops(app)
                        .add(ApplicationSet.of(
                                "shop",
                                "shop-{{ .name }}",
                                s -> s.goTemplate()
                                        .generator(TWO) // @generator
                                        .from(Found.DEPLOY)
                                        .destination( // @destination
                                                DestinationCluster.named("{{ .nmae }}"), "shop")))))
                .isEqualTo(Lines.fill(ApplicationSetCheckTest.class, """
                        error GTY-ARG-029 @destination ApplicationSet argocd/shop spec.template.spec.destination.name
                          The generator does not yield the parameter "nmae" in every element.
                          hint: Did you mean "name"?
                          @generator: the generator
                        """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ .name }}",
                "{{ .values.zone }}-{{ .name }}",
                "{{- .name | upper | quote -}}-{{ .name }}",
                "{{ if eq .stage \"production\" }}p{{ else }}s{{ end }}-{{ .name }}",
                "{{ printf \"%s}}\" .name }}",
                "{{ range .hosts }}{{ .ip }}{{ end }}{{ .name }}",
                "{{ $n := .name }}{{ $n.first }}",
                "{{/* .nothing */}}{{ .name }}",
                "{{ index . \"na-me\" }}{{ .name }}",
                "{{ now }}{{ .name }}",
                "{{ now.Year }}{{ .name | slugify 23 | normalize }}",
                "{{ if and (eq .stage `lowr [x]`) (not nil) }}{{ else if true }}{{ end }}{{ .name }}",
                "{{ $my := list .name 'a' '[' 0x1F 1e3 }}{{ $my | first }}{{ .name }}",
                "{{ define \"x-y\" }}{{ end }}{{ template \"x-y\" . }}{{ .name -}} ",
                "{{/* lowr */}}{{ .values.values }}{{ .name | toYaml | sha256sum | trunc 8 }}",
            })
    void should_accept_texts_that_go_reads(String name) {
        assertThat(inSet("x", s -> s.generator(TWO).rawTree(at("/spec/template/metadata", m -> m.put("name", name)))))
                .filteredOn(found -> !found.startsWith("GTY-VAL"))
                .isEmpty();
    }

    @Test
    void should_find_texts_that_go_does_not_read() {
        assertThat(named("{{ .name }", "{{ if .name }}x", "{{ .name }}{{ end }}", "{{ name }}", ".name }}"))
                .containsExactly(
                        "GTY-ARG-028 spec.template.metadata.name The text has \"{{\" without \"}}\" after it.",
                        "GTY-ARG-028 spec.template.metadata.name The text has a block without \"end\".",
                        "GTY-ARG-028 spec.template.metadata.name The text has an \"end\" that ends nothing.",
                        "GTY-ARG-028 spec.template.metadata.name Go takes \"name\" for a function, as there is no dot before"
                                + " it.");
        assertThat(named("{{ path.basename }}", "{{ .name | values.zone }}", "{{ .values[0] }}", "{{ .my-name }}"))
                .containsExactly(
                        "GTY-ARG-028 spec.template.metadata.name Go takes \"path.basename\" for a function, as there is no"
                                + " dot before it.",
                        "GTY-ARG-028 spec.template.metadata.name Go takes \"values.zone\" for a function, as there is no"
                                + " dot before it.",
                        "GTY-ARG-028 spec.template.metadata.name The text has \"[\" in braces, which Go does not read.",
                        "GTY-ARG-028 spec.template.metadata.name The text has a name with \"-\" in it, which Go does not"
                                + " read.");
    }

    @Test
    void should_guess_which_function_is_meant() {
        assertThat(hint("{{ .name | lowr }}")).isEqualTo("Did you mean \"lower\"?");
        assertThat(hint("{{ frobnicate .name }}"))
                .isEqualTo("Functions are Go's, Sprig's and Argo CD's; a parameter has a dot before it, as in"
                        + " {{ .frobnicate }}.");
        assertThat(hint("{{ if .name }}x")).isEqualTo("Write {{ end }} after the block.");
        assertThat(hint("{{ .values[0] }}")).isEqualTo("Write {{ index .list 0 }} for an item of a list.");
    }

    @Test
    void should_guess_which_parameter_is_meant() {
        assertThat(clusters("{{ .metdata.labels.env }}")).isEqualTo("Did you mean \"metadata.labels.env\"?");
        assertThat(clusters("{{ .metadata.label.env }}")).isEqualTo("Did you mean \"metadata.labels.env\"?");
        assertThat(clusters("{{ .whatever }}"))
                .isEqualTo(
                        "It yields \"metadata\", \"metadata.annotations.<name>\", \"metadata.labels.<name>\", \"name\","
                                + " \"nameNormalized\", \"project\" and \"server\" in every set.");
        assertThat(inSet(
                        "{{ .name }}{{ .metadata | toJson }}{{ index .metadata.labels \"a\" }}",
                        s -> s.generator(Generator.clusters())))
                .isEmpty();
    }

    @Test
    void should_read_texts_without_go_by_their_whole_names() {
        assertThat(plain("{{name}}-{{ values.zone }}", TWO)).isEmpty();
        assertThat(plain("{{ .name }}", TWO))
                .containsExactly("GTY-ARG-029 spec.template.metadata.name The generator does not yield the parameter"
                        + " \".name\" in every element.");
        assertThat(plain("{{path.basename}}-{{path[1]}}", Generator.git(GIT, "HEAD", g -> g.directories("apps/*"))))
                .isEmpty();
        assertThat(plain("{{name}}-{{metadata.labels.stage}}", Generator.clusters()))
                .isEmpty();
    }

    @Test
    void should_know_what_each_generator_yields() {
        Generator folders =
                Generator.git(GIT, "HEAD", g -> g.directories("apps/*").value("a", "b"));
        Generator prefixed =
                Generator.git(GIT, "HEAD", g -> g.directories("apps/*").pathParamPrefix("app"));
        Generator files = Generator.git(GIT, "HEAD", g -> g.files("apps/*.json"));
        assertThat(inSet("{{ .path.basename }}{{ index .path.segments 1 }}{{ .values.a }}", s -> s.generator(folders)))
                .isEmpty();
        assertThat(inSet("{{ .path }}", s -> s.generator(folders))).hasSize(1);
        assertThat(inSet("{{ .app.path.basenameNormalized }}", s -> s.generator(prefixed)))
                .isEmpty();
        assertThat(inSet("{{ .path.filename }}{{ .whatever }}", s -> s.generator(files)))
                .isEmpty();
        assertThat(inSet("{{ .nameNormalized }}{{ .metadata.labels.stage }}", s -> s.generator(Generator.clusters())))
                .isEmpty();
        assertThat(inSet("{{ .cluster }}", s -> s.generator(Generator.clusters())))
                .hasSize(1);
        assertThat(inSet("{{ .path.basename }}-{{ .name }}", s -> s.generator(Generator.matrix(folders, TWO))))
                .isEmpty();
        assertThat(inSet("{{ .name }}", s -> s.generator(TWO).generator(folders)))
                .as("each generator is used on its own")
                .hasSize(1);
        assertThat(inSet("{{ .branch }}", s -> s.generator(Generator.custom("pullRequest", p -> {}))))
                .isEmpty();
    }

    @Test
    void should_take_parameters_and_more_in_the_selectors_of_generators() {
        Generator folders = Generator.git(GIT, "HEAD", g -> g.directories("apps/*"));
        Generator clusters = Generator.clusters(c -> c.selector(LabelSelector.of("stage", "{{.path.basename}}")
                .in("zone", "a", "{{ index .path.segments 0 }}")
                .exists("{{.path.basename}}")));
        assertThat(inSet("{{ .path.basename }}-{{ .name }}", s -> s.generator(Generator.matrix(folders, clusters))))
                .isEmpty();
        assertThat(inSet(
                        "{{ .name }}",
                        s -> s.generator(Generator.clusters()
                                .selector(LabelSelector.of("server", "https://kubernetes.default.svc")))))
                .as("Argo CD compares it with a parameter, which need not be a label")
                .isEmpty();
        assertThat(inSet(
                        "{{ .name }}",
                        s -> s.generator(Generator.clusters(c -> c.selector(
                                        LabelSelector.of("stage", "a/b").and("{{.x}}", "ok")))
                                .selector(LabelSelector.of("a b", "c")))))
                .containsExactly(
                        "GTY-VAL-003 spec.generators[0].clusters.selector.matchLabels.stage \"a/b\" has the"
                                + " character '/'.",
                        "GTY-VAL-003 spec.generators[0].selector.matchLabels[\"a b\"] \"a b\" has the character"
                                + " ' ' (a space).");
    }

    @Test
    void should_find_generators_that_yield_an_error() {
        Generator deep = Generator.matrix(TWO, Generator.matrix(TWO, Generator.merge("name", TWO, TWO)));
        assertThat(inSet("{{ .name }}", s -> s.generator(deep)))
                .containsExactly(
                        "GTY-ARG-027 spec.generators[0].matrix.generators[1].matrix.generators[1].merge It is nested"
                                + " too deeply: Argo CD reads a matrix or merge in another one, but none in that.");
        assertThat(inSet("{{ .name }}", s -> s.generator(Generator.merge("name", TWO))))
                .containsExactly("GTY-ARG-027 spec.generators[0].merge There is nothing to merge with.");
        assertThat(inSet(
                        "{{ .name }}",
                        s -> s.generator(Generator.matrix(TWO, TWO))
                                .rawTree(at(
                                        "/spec/generators/0/matrix",
                                        m -> m.withArray("generators").addObject()))))
                .contains("GTY-ARG-027 spec.generators[0].matrix A matrix has two generators, and not 3.");
        assertThat(inSet("{{ .path.path }}", s -> s.generator(Generator.git(GIT, "HEAD", g -> {}))))
                .containsExactly("GTY-ARG-027 spec.generators[0].git Neither folders nor files are named.");
        assertThat(inSet(
                        "{{ .name }}",
                        s -> s.generator(TWO).rawTree(at("/spec/generators/0", g -> g.putObject("clusters")))))
                .contains("GTY-ARG-027 spec.generators[0] There are list and clusters in one generator.");
    }

    @Test
    void should_find_a_key_of_a_merge_that_a_generator_does_not_yield() {
        Generator some = Generator.list(
                l -> l.element(e -> e.set("name", "eu").set("zone", "a")).element(e -> e.set("name", "us")));
        assertThat(TestRun.findings(app -> gitops(app)
                        .add(ApplicationSet.of(
                                "x",
                                "{{ .name }}",
                                s -> s.goTemplate()
                                        .generator(Generator.merge("nmae", some, Generator.clusters()))
                                        .from(Found.DEPLOY)
                                        .destination(DestinationCluster.IN_CLUSTER, "shop")))))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.code()).isEqualTo("GTY-ARG-027");
                    assertThat(found.field()).isEqualTo("spec.generators[0].merge.mergeKeys[0]");
                    assertThat(found.message())
                            .isEqualTo("A generator does not yield the parameter \"nmae\", by which it is merged.");
                    assertThat(found.hint()).isEqualTo("Did you mean \"name\"?");
                });
        assertThat(inSet(
                        "{{ .name }}",
                        s -> s.generator(Generator.merge("name", Generator.clusters(), some)
                                .mergeKey("zone"))))
                .as("clusters have no zone")
                .hasSize(1);
        assertThat(inSet(
                        "{{ .name }}",
                        s -> s.generator(Generator.merge("name", some, TWO).mergeKey("zone"))))
                .hasSize(1);
        assertThat(inSet("{{ .name }}", s -> s.generator(Generator.merge("zone", some, some))))
                .as("one element has it")
                .isEmpty();
        assertThat(inSet(
                        "{{ .name }}",
                        s -> s.generator(Generator.merge(
                                "id",
                                Generator.git(GIT, "HEAD", g -> g.files("*.json")),
                                Generator.custom("plugin", p -> {})))))
                .isEmpty();
    }

    @Test
    void should_find_names_that_come_out_equal() {
        assertThat(inSet("shop-{{ .name }}-{{ .stage }}", s -> s.generator(TWO)))
                .isEmpty();
        assertThat(inSet("shop", s -> s.generator(TWO)))
                .containsExactly(
                        "GTY-ARG-030 spec.template.metadata.name All Applications of the set would have the same name.");
        assertThat(inSet("shop", s -> s.generator(Generator.clusters()))).hasSize(1);
        assertThat(inSet("shop", s -> s.generator(Generator.clusters(c -> c.selector(LabelSelector.of("a", "b"))))))
                .as("it may be one cluster")
                .isEmpty();
        assertThat(inSet(
                        "{{ .name }}",
                        s -> s.generator(TWO).generator(Generator.list(l -> l.element(e -> e.set("name", "eu"))))))
                .containsExactly(
                        "GTY-ARG-030 spec.generators[1].list.elements[0] The Application of this element is called"
                                + " \"eu\", as is that of another one.");
        assertThat(inSet("{{ .name | trunc 1 }}", s -> s.generator(TWO)))
                .as("functions are not run")
                .isEmpty();
    }

    @Test
    void should_find_names_that_kubernetes_rejects() {
        assertThat(inSet("Shop_{{ .name }}", s -> s.generator(Generator.clusters())))
                .isEmpty();
        assertThat(inSet(
                        "shop-{{ .name }}",
                        s -> s.generator(Generator.list(l -> l.element(e -> e.set("name", "eu_1"))))))
                .containsExactly(
                        "GTY-VAL-002 spec.generators[0].list.elements[0] The Application of this element is called"
                                + " \"shop-eu_1\", which has the character '_'.");
        assertThat(inSet("Shop", s -> s.generator(Generator.list(l -> l.element(e -> e.set("name", "eu"))))))
                .hasSize(1);
    }

    @Test
    void should_find_steps_that_select_nothing() {
        Consumer<ApplicationSet.Builder> labels = s -> s.applicationLabel("stage", "{{ .stage }}");
        assertThat(rollout(labels.andThen(s -> s.rollingSync(
                        r -> r.step(t -> t.in("stage", "staging", "test")).step(t -> t.notIn("stage", "staging"))))))
                .isEmpty();
        assertThat(rollout(labels.andThen(s -> s.rollingSync(r -> r.step(t -> t.in("stage", "prod"))))))
                .containsExactly(
                        "GTY-ARG-031 spec.strategy.rollingSync.steps[0] None of the elements yields labels that this"
                                + " step selects.");
        assertThat(rollout(labels.andThen(s -> s.rollingSync(r -> r.step(t -> t.in("zone", "a"))))))
                .containsExactly(
                        "GTY-ARG-031 spec.strategy.rollingSync.steps[0] The Applications have no label \"zone\".");
        assertThat(rollout(labels.andThen(s ->
                        s.automated(a -> a.enabled(false)).rollingSync(r -> r.step(t -> t.in("stage", "staging"))))))
                .isEmpty();
    }

    @Test
    void should_need_go_for_a_patch() {
        assertThat(Found.in(app -> gitops(app)
                        .add(ApplicationSet.of(
                                "shop",
                                "{{name}}",
                                s -> s.generator(TWO)
                                        .from(Found.DEPLOY)
                                        .destination(DestinationCluster.IN_CLUSTER, "shop")
                                        .templatePatch("spec: {}")))))
                .containsExactly(
                        "GTY-ARG-028 spec.templatePatch A template patch is only read together with Go templates.");
        assertThat(inSet(
                        "{{ .name }}",
                        s -> s.generator(TWO)
                                .templatePatch(
                                        "{{- if eq .stage \"production\" }}\nspec:\n  syncPolicy: {}\n{{- end }}\n")))
                .isEmpty();
    }

    private static List<String> named(String... names) {
        return Arrays.stream(names)
                .flatMap(name ->
                        inSet(
                                "x",
                                s -> s.generator(TWO).rawTree(at("/spec/template/metadata", m -> m.put("name", name))))
                                .stream())
                .filter(found -> found.startsWith("GTY-ARG-028"))
                .toList();
    }

    private static String hint(String name) {
        return hint(name, TWO, "GTY-ARG-028");
    }

    private static String clusters(String name) {
        return hint(name, Generator.clusters(), "GTY-ARG-029");
    }

    private static String hint(String name, Generator generator, String code) {
        return TestRun.findings(app -> gitops(app)
                        .add(ApplicationSet.of(
                                "x",
                                name,
                                s -> s.goTemplate()
                                        .generator(generator)
                                        .from(Found.DEPLOY)
                                        .destination(DestinationCluster.IN_CLUSTER, "shop"))))
                .stream()
                .filter(finding -> finding.code().equals(code))
                .map(Finding::hint)
                .findFirst()
                .orElse("");
    }

    private static List<String> plain(String name, Generator generator) {
        return Found.in(app -> gitops(app)
                .add(ApplicationSet.of(
                        "shop",
                        name,
                        s -> s.generator(generator)
                                .from(Found.DEPLOY)
                                .destination(DestinationCluster.IN_CLUSTER, "shop"))));
    }

    private static List<String> rollout(Consumer<ApplicationSet.Builder> options) {
        return inSet("{{ .name }}", s -> options.accept(s.generator(TWO)));
    }
}
