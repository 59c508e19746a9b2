package dev.gantry.extension;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FieldOrderTest {

    private static ObjectNode tree(String json) throws IOException {
        return (ObjectNode) new ObjectMapper().readTree(json.replace('\'', '"'));
    }

    private static String arranged(String json) throws IOException {
        ObjectNode tree = tree(json);
        FieldOrder.arrange(tree);
        return tree.toString().replace('"', '\'');
    }

    @Test
    void should_order_nested_objects_and_lists() throws IOException {
        assertThat(arranged("{'spec':{'template':{'spec':{'containers':[{'env':[{'value':'1','name':'A'}],'image':'i',"
                        + "'name':'c','new':1}],'volumes':[{'configMap':{'items':[{'path':'p','key':'k'}],'name':'m'},"
                        + "'name':'v'}]}},'replicas':2},'kind':'Deployment','metadata':{'labels':{'b':'1','a':'2'},"
                        + "'name':'web'},'apiVersion':'apps/v1'}"))
                .isEqualTo("{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web','labels':{'b':'1',"
                        + "'a':'2'}},'spec':{'replicas':2,'template':{'spec':{'volumes':[{'name':'v','configMap':{'name':'m',"
                        + "'items':[{'key':'k','path':'p'}]}}],'containers':[{'name':'c','image':'i','env':[{'name':'A',"
                        + "'value':'1'}],'new':1}]}}}}");
    }

    @Test
    void should_order_the_values_of_maps_but_not_the_maps() throws IOException {
        assertThat(arranged(
                        "{'apiVersion':'apiextensions.k8s.io/v1','kind':'CustomResourceDefinition','spec':{'versions':"
                                + "[{'schema':{'openAPIV3Schema':{'properties':{'z':{'items':{'format':'int32','type':'integer'},"
                                + "'type':'array'},'a':{}},'type':'object'}},'name':'v1'}]}}"))
                .isEqualTo(
                        "{'apiVersion':'apiextensions.k8s.io/v1','kind':'CustomResourceDefinition','spec':{'versions':"
                                + "[{'name':'v1','schema':{'openAPIV3Schema':{'type':'object','properties':{'z':{'type':'array',"
                                + "'items':{'type':'integer','format':'int32'}},'a':{}}}}}]}}");
    }

    @Test
    void should_put_unknown_fields_last_in_their_own_order() throws IOException {
        assertThat(arranged("{'y':1,'spec':{'b':1,'a':2},'x':2,'metadata':{'labels':{},'name':'n'},'kind':'Foo',"
                        + "'apiVersion':'example.com/v1'}"))
                .isEqualTo("{'apiVersion':'example.com/v1','kind':'Foo','metadata':{'name':'n','labels':{}},"
                        + "'spec':{'b':1,'a':2},'y':1,'x':2}");
    }

    @Test
    void should_find_the_table_of_another_module_by_the_group() throws IOException {
        assertThat(arranged("{'apiVersion':'boats.example.org/v1','kind':'Boat','spec':{'rig':{'sails':2,'masts':1},"
                        + "'crew':{'env':[],'name':'c'},'length':9}}"))
                .isEqualTo("{'apiVersion':'boats.example.org/v1','kind':'Boat','spec':{'length':9,'rig':{'masts':1,"
                        + "'sails':2},'crew':{'name':'c','env':[]}}}");
    }

    @Test
    void should_keep_the_objects_themselves() throws IOException {
        ObjectNode tree = tree("{'kind':'Service','metadata':{'labels':{},'name':'n'},'apiVersion':'v1'}");
        JsonNode metadata = tree.get("metadata");
        FieldOrder.arrange(tree);
        assertThat(tree.get("metadata")).isSameAs(metadata);
        assertThat(metadata.fieldNames().next()).isEqualTo("name");
    }

    @Test
    void should_take_values_of_the_wrong_shape_as_they_are() throws IOException {
        String odd =
                "{'apiVersion':'apps/v1','kind':'Deployment','metadata':null,'spec':[1,{'template':{},'replicas':1}]}";
        assertThat(arranged(odd)).contains("{'replicas':1,'template':{}}").startsWith("{'apiVersion':'apps/v1'");
        assertThat(arranged("{'kind':7,'metadata':'x'}")).isEqualTo("{'kind':7,'metadata':'x'}");
    }
}
