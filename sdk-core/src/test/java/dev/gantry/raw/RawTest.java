package dev.gantry.raw;

import static dev.gantry.raw.Trees.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gantry.extension.Draft;
import dev.gantry.extension.Kind;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.finding.Severity;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RawTest {

    private static PersistentVolumeClaim claim() {
        return new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withName("data")
                .withNamespace("shop")
                .endMetadata()
                .withNewSpec()
                .withAccessModes("ReadWriteOnce")
                .endSpec()
                .build();
    }

    @Test
    void should_take_over_an_object_as_it_is_now() {
        PersistentVolumeClaim claim = claim();
        Raw raw = Raw.of(claim);
        claim.getSpec().setStorageClassName("later");
        assertThat(Draft.of(raw).copyTree())
                .isEqualTo(tree("{'apiVersion':'v1','kind':'PersistentVolumeClaim','metadata':{'name':'data',"
                        + "'namespace':'shop'},'spec':{'accessModes':['ReadWriteOnce']}}"));
        assertThat(raw).hasToString("PersistentVolumeClaim data");
        assertThat(raw.ownNamespace()).isEqualTo("shop");
        assertThat(raw.kind().scope()).isEqualTo(Kind.Scope.NAMESPACED);
        assertThat(raw.origin().fileName()).isEqualTo("RawTest.java");
    }

    @Test
    void should_take_options() {
        Raw raw = Raw.of(
                claim(),
                o -> o.label("team", "red")
                        .annotation("example.com/a", "b c")
                        .namespace("other")
                        .finding("GTY-VAL-002", Severity.OFF, "known")
                        .rawTree(t -> t.put("x", 1)));
        assertThat(Draft.of(raw).copyTree().get("metadata"))
                .isEqualTo(tree("{'name':'data','namespace':'other','labels':{'team':'red'},"
                        + "'annotations':{'example.com/a':'b c'}}"));
        assertThat(raw.ownNamespace()).isEqualTo("other");
        assertThat(Draft.of(raw).adjustments()).hasSize(1);
        assertThat(Draft.of(raw).edits()).hasSize(1);
    }

    @Test
    void should_let_the_author_say_the_scope_of_an_unknown_kind() {
        GenericKubernetesResource foo = new GenericKubernetesResourceBuilder()
                .withApiVersion("example.com/v1")
                .withKind("Foo")
                .withNewMetadata()
                .withName("x")
                .endMetadata()
                .withAdditionalProperties(Map.of("spec", Map.of("size", 3)))
                .build();
        assertThat(Raw.of(foo).kind().scope()).isEqualTo(Kind.Scope.UNKNOWN);
        assertThat(Raw.of(foo, Raw.Builder::clusterScoped).kind().scope()).isEqualTo(Kind.Scope.CLUSTER);
        assertThat(Raw.of(foo, Raw.Builder::namespaced).kind().scope()).isEqualTo(Kind.Scope.NAMESPACED);
        assertThat(Draft.of(Raw.of(foo)).copyTree())
                .isEqualTo(
                        tree("{'apiVersion':'example.com/v1','kind':'Foo','metadata':{'name':'x'},'spec':{'size':3}}"));
    }

    @Test
    void should_keep_a_bad_name_as_a_finding_of_the_resource() {
        Raw raw = Raw.of(new PersistentVolumeClaimBuilder(claim())
                .editMetadata()
                .withName("Data_1")
                .endMetadata()
                .build());
        assertThat(Draft.of(raw).problems()).extracting(p -> p.field()).containsExactly("metadata.name");
    }

    @Test
    void should_refuse_an_object_without_a_name_and_null() {
        Finding nameless = catchThrowableOfType(
                        FindingsException.class,
                        () -> Raw.of(new PersistentVolumeClaim()).name())
                .findings()
                .get(0);
        assertThat(nameless.code()).isEqualTo("GTY-RAW-005");
        assertThat(nameless.field()).isEqualTo("metadata.name");
        assertThat(nameless.origin().fileName()).isEqualTo("RawTest.java");
        assertThat(catchThrowableOfType(
                                FindingsException.class, () -> Raw.of(null).name())
                        .findings()
                        .get(0)
                        .code())
                .isEqualTo("GTY-VAL-001");
    }
}
