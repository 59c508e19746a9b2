package dev.gantry.raw;

import static dev.gantry.raw.Trees.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.extension.Edits;
import dev.gantry.extension.TreeEdit;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.finding.Origin;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ModelEditTest {

    private static final String WEB = """
            {'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web','namespace':'shop','labels':{},
             'annotations':{'b':'2','a':'1'}},
             'spec':{'template':{'spec':{'unknownField':{'empty':[],'n':null},'containers':[
               {'name':'app','image':'app:1','env':[{'name':'A','value':'1'},{'name':'B','value':''}],'args':[],
                'resources':{'limits':{}},'ports':[{'containerPort':8080,'name':'http','protocol':'TCP'}]},
               {'name':'log','image':'log:1','newField':7,'volumeMounts':[{'name':'d','mountPath':'/d'}]}],
               'volumes':[{'name':'d','emptyDir':{}}],'nodeSelector':{},'hostNetwork':null}},
              'replicas':3,'selector':{'matchLabels':{'app':'web'}},'strategy':{}}}
            """;

    private static ObjectNode edited(UnaryOperator<DeploymentBuilder> edit) {
        ObjectNode tree = tree(WEB);
        Edits.apply(tree, deployment(edit), null);
        return tree;
    }

    private static TreeEdit deployment(UnaryOperator<DeploymentBuilder> edit) {
        return ModelEdit.of(Deployment.class, DeploymentBuilder::new, edit);
    }

    private static Finding finding(ObjectNode tree, TreeEdit edit) {
        FindingsException thrown = catchThrowableOfType(
                FindingsException.class, () -> Edits.apply(tree, edit, Origin.source("com/acme/Shop.java", 31)));
        assertThat(thrown.findings()).hasSize(1);
        return thrown.findings().get(0);
    }

    @Test
    void should_leave_the_bytes_equal_if_the_edit_changes_nothing() {
        assertThat(edited(d -> d).toString()).isEqualTo(tree(WEB).toString());
    }

    @Test
    void should_change_one_nested_field_in_place() {
        ObjectNode tree = edited(d -> d.editSpec()
                .editTemplate()
                .editSpec()
                .editMatchingContainer(c -> c.getName().equals("log"))
                .withImage("log:2")
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec());
        assertThat(tree.toString())
                .isEqualTo(tree(WEB.replace("log:1", "log:2")).toString());
    }

    @Test
    void should_change_a_model_that_is_edited_in_place() {
        ObjectNode tree = tree(WEB);
        TreeEdit edit = ModelEdit.of(Deployment.class, d -> {
            d.getSpec().setReplicas(5);
            return d;
        });
        Edits.apply(tree, edit, null);
        assertThat(tree.toString())
                .isEqualTo(tree(WEB.replace("'replicas':3", "'replicas':5")).toString());
    }

    @Test
    void should_remove_a_field_and_add_another_at_the_end() {
        ObjectNode tree = edited(
                d -> d.editSpec().withReplicas(null).withMinReadySeconds(9).endSpec());
        ObjectNode expected = tree(WEB);
        ((ObjectNode) expected.get("spec")).remove("replicas");
        ((ObjectNode) expected.get("spec")).put("minReadySeconds", 9);
        assertThat(tree.toString()).isEqualTo(expected.toString());
    }

    @Test
    void should_fill_a_map_that_was_empty() {
        ObjectNode tree =
                edited(d -> d.editMetadata().addToLabels("team", "red").endMetadata());
        assertThat(tree.toString())
                .isEqualTo(tree(WEB.replace("'labels':{}", "'labels':{'team':'red'}"))
                        .toString());
    }

    @Test
    void should_replace_an_explicit_null() {
        ObjectNode tree = edited(d -> d.editSpec()
                .editTemplate()
                .editSpec()
                .withHostNetwork(true)
                .endSpec()
                .endTemplate()
                .endSpec());
        assertThat(tree.toString())
                .isEqualTo(tree(WEB.replace("'hostNetwork':null", "'hostNetwork':true"))
                        .toString());
    }

    @Test
    void should_keep_what_the_model_drops_when_containers_are_inserted_and_moved() {
        ObjectNode tree = edited(d -> d.editSpec()
                .editTemplate()
                .editSpec()
                .addNewContainerLike(
                        d.buildSpec().getTemplate().getSpec().getContainers().get(0))
                .withImage("app:2")
                .endContainer()
                .removeFromContainers(
                        d.buildSpec().getTemplate().getSpec().getContainers().get(0))
                .addToContainers(
                        0,
                        new io.fabric8.kubernetes.api.model.ContainerBuilder()
                                .withName("first")
                                .build())
                .endSpec()
                .endTemplate()
                .endSpec());
        JsonNode containers = tree.at("/spec/template/spec/containers");
        JsonNode before = tree(WEB).at("/spec/template/spec/containers");
        assertThat(containers).hasSize(3);
        assertThat(containers.get(0)).isEqualTo(tree("{'name':'first'}"));
        assertThat(containers.get(1)).isEqualTo(before.get(1));
        assertThat(containers.get(2).toString())
                .isEqualTo(before.get(0).toString().replace("app:1", "app:2"));
    }

    @Test
    void should_keep_the_order_of_items_that_the_model_cannot_tell_apart() {
        ObjectNode tree = tree("{'http':[{'x':{'a':1}},{'x':{'b':2}}]}");
        ThreeWayMerge.merge(
                tree, tree("{'http':[{'x':{}},{'x':{}}]}"), tree("{'http':[{'name':'first'},{'x':{}},{'x':{}}]}"));
        assertThat(tree).isEqualTo(tree("{'http':[{'name':'first'},{'x':{'a':1}},{'x':{'b':2}}]}"));
    }

    @Test
    void should_not_guess_which_of_two_items_is_gone() {
        ObjectNode tree = tree("{'http':[{'x':{'a':1}},{'x':{'b':2}}]}");
        Finding finding = finding(
                tree, t -> ThreeWayMerge.merge(t, tree("{'http':[{'x':{}},{'x':{}}]}"), tree("{'http':[{'x':{}}]}")));
        assertThat(finding.code()).isEqualTo("GTY-PRG-011");
        assertThat(finding.message())
                .isEqualTo(
                        "Two items of http differ only in what fabric8's class for the object lacks, so that it cannot"
                                + " be told which of them the edit took out.");
        assertThat(finding.hint()).contains("rawTree");
        assertThat(tree).isEqualTo(tree("{'http':[{'x':{'a':1}},{'x':{'b':2}}]}"));
    }

    @Test
    void should_remove_one_of_two_items_that_are_the_same() {
        ObjectNode tree = tree("{'http':[{'x':{'a':1}},{'x':{'a':1}}]}");
        ThreeWayMerge.merge(tree, tree("{'http':[{'x':{}},{'x':{}}]}"), tree("{'http':[{'x':{}}]}"));
        assertThat(tree).isEqualTo(tree("{'http':[{'x':{'a':1}}]}"));
    }

    @Test
    void should_remove_an_item_without_touching_its_neighbours() {
        ObjectNode tree = edited(d -> d.editSpec()
                .editTemplate()
                .editSpec()
                .editContainer(0)
                .removeFromEnv(new EnvVarBuilder().withName("A").withValue("1").build())
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec());
        assertThat(tree.toString())
                .isEqualTo(tree(WEB.replace("{'name':'A','value':'1'},", "")).toString());
    }

    @Test
    void should_align_by_index_what_was_renamed() {
        ObjectNode tree = edited(d -> d.editSpec()
                .editTemplate()
                .editSpec()
                .editContainer(0)
                .withName("server")
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec());
        assertThat(tree.toString())
                .isEqualTo(tree(WEB.replace("'name':'app'", "'name':'server'")).toString());
    }

    @Test
    void should_not_take_an_item_in_place_of_another_for_the_same() {
        ObjectNode tree = tree("{'containers':[{'name':'log','image':'log:1','newField':7}]}");
        ThreeWayMerge.merge(
                tree,
                tree("{'containers':[{'name':'log','image':'log:1'}]}"),
                tree("{'containers':[{'name':'proxy','image':'proxy:2'}]}"));
        assertThat(tree).isEqualTo(tree("{'containers':[{'name':'proxy','image':'proxy:2'}]}"));
    }

    @Test
    void should_find_ports_by_number_and_protocol() {
        String ports = "{'spec':{'ports':[{'port':53,'protocol':'TCP','x':[]},{'port':53,'protocol':'UDP','y':[]}]}}";
        ObjectNode tree = tree(ports);
        ThreeWayMerge.merge(
                tree,
                tree("{'spec':{'ports':[{'port':53,'protocol':'TCP'},{'port':53,'protocol':'UDP'}]}}"),
                tree("{'spec':{'ports':[{'port':53,'protocol':'UDP','nodePort':30053}]}}"));
        assertThat(tree).isEqualTo(tree("{'spec':{'ports':[{'port':53,'protocol':'UDP','y':[],'nodePort':30053}]}}"));
    }

    @Test
    void should_refuse_another_name_and_put_the_old_one_back() {
        ObjectNode tree = tree(WEB);
        Finding finding =
                finding(tree, deployment(d -> d.editMetadata().withName("other").endMetadata()));
        assertThat(finding.code()).isEqualTo("GTY-PRG-011");
        assertThat(finding.message()).contains("metadata.name from \"web\" to \"other\"");
        assertThat(finding.field()).isEqualTo("metadata.name");
        assertThat(finding.origin()).isEqualTo(Origin.source("com/acme/Shop.java", 31));
        assertThat(tree.at("/metadata/name").asText()).isEqualTo("web");
    }

    @Test
    void should_refuse_another_namespace_kind_and_version() {
        assertThat(finding(tree(WEB), t -> t.withObject("/metadata").remove("namespace"))
                        .message())
                .contains("metadata.namespace from \"shop\" to nothing");
        assertThat(finding(tree(WEB), t -> t.put("kind", "StatefulSet")).message())
                .contains("kind from \"Deployment\" to \"StatefulSet\"");
        assertThat(finding(tree(WEB), deployment(d -> d.withApiVersion("apps/v2")))
                        .message())
                .contains("apiVersion from \"apps/v1\" to \"apps/v2\"");
        assertThat(finding(tree(WEB), ObjectNode::removeAll).message()).contains("to nothing");
    }

    @Test
    void should_say_that_an_edit_returned_null() {
        assertThat(finding(tree(WEB), deployment(d -> null)).message()).isEqualTo("The edit returned null.");
        assertThat(finding(tree(WEB), ModelEdit.of(Deployment.class, d -> null)).message())
                .isEqualTo("The edit returned null.");
    }

    @Test
    void should_say_what_an_edit_threw_and_where() {
        Finding finding = finding(tree(WEB), deployment(d -> {
            throw new IllegalStateException("no container");
        }));
        assertThat(finding.message()).isEqualTo("The edit threw java.lang.IllegalStateException: no container");
        assertThat(finding.origin()).isNotNull();
        assertThat(finding.origin().fileName()).isEqualTo("ModelEditTest.java");
    }

    @Test
    void should_name_the_field_that_the_model_cannot_read() {
        ObjectNode tree = tree(WEB.replace("'replicas':3", "'replicas':'two'"));
        Finding finding = finding(tree, deployment(d -> d));
        assertThat(finding.field()).isEqualTo("spec.replicas");
        assertThat(finding.message()).isEqualTo("spec.replicas is \"two\", but the model has the type Integer here.");
    }

    @Test
    void should_not_convert_between_texts_and_numbers() {
        assertThat(finding(tree(WEB.replace("'replicas':3", "'replicas':'3'")), deployment(d -> d))
                        .field())
                .isEqualTo("spec.replicas");
        assertThat(finding(tree(WEB.replace("'value':'1'", "'value':1")), deployment(d -> d))
                        .field())
                .isEqualTo("spec.template.spec.containers[0].env[0].value");
        assertThat(finding(tree(WEB.replace("'b':'2'", "'b':true")), deployment(d -> d))
                        .field())
                .isEqualTo("metadata.annotations.b");
    }

    @Test
    void should_refuse_java_objects_in_a_tree() {
        Finding finding = finding(tree(WEB), t -> t.withObject("/spec").putPOJO("when", java.time.Duration.ZERO));
        assertThat(finding.field()).isEqualTo("spec.when");
    }
}
