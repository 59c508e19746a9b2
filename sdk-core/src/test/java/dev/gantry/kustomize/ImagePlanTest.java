package dev.gantry.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImagePlanTest {

    private static final String DIGEST = "@sha256:" + "0123456789abcdef".repeat(4);

    @Test
    void should_set_the_tag_of_each_environment() {
        MadeTree tree = MadeTree.of(pod("shop:1"), pod("shop:2"));

        assertThat(tree.base("deployment-web.yaml")).contains("image: shop\n");
        assertThat(tree.overlay("one", "kustomization.yaml")).endsWith("""
                images:
                  - name: shop
                    newTag: "1"
                """);
        assertThat(tree.differences()).isEmpty();
    }

    @Test
    void should_set_a_digest() {
        MadeTree tree = MadeTree.of(pod("shop:1" + DIGEST), pod("shop" + DIGEST));

        assertThat(tree.overlay("one", "kustomization.yaml")).contains("newTag: \"1\"\n    digest: sha256:0123");
        assertThat(tree.overlay("two", "kustomization.yaml")).contains("name: shop\n    digest: sha256:0123");
        assertThat(tree.differences()).isEmpty();
    }

    @Test
    void should_call_copies_in_two_registries_by_what_their_names_share() {
        MadeTree tree = MadeTree.of(pod("test.example.com:5000/team/shop:1"), pod("example.com/team/shop:1"));

        assertThat(tree.base("deployment-web.yaml")).contains("image: team/shop\n");
        assertThat(tree.overlay("two", "kustomization.yaml")).contains("newName: example.com/team/shop\n");
        assertThat(tree.differences()).isEmpty();
    }

    @Test
    void should_not_list_an_image_that_is_the_same_everywhere() {
        MadeTree tree = MadeTree.of(pod("shop:1"), pod("shop:1"));

        assertThat(tree.base("deployment-web.yaml")).contains("image: shop:1\n");
        assertThat(tree.overlay("one", "kustomization.yaml")).doesNotContain("images:");
    }

    @Test
    void should_leave_two_versions_of_one_image_to_patches() {
        MadeTree tree = MadeTree.of(pod("shop:1", "shop:1"), pod("shop:1", "shop:2"));

        assertThat(tree.overlay("two", "kustomization.yaml")).doesNotContain("images:");
        assertThat(tree.overlay("two", "patches/deployment-web.yaml")).contains("image: shop:2\n");
        assertThat(tree.differences()).isEmpty();
    }

    @Test
    void should_leave_images_without_a_common_name_to_patches() {
        MadeTree tree = MadeTree.of(pod("shop:1"), pod("store:1"));

        assertThat(tree.overlay("two", "kustomization.yaml")).doesNotContain("images:");
        assertThat(tree.differences()).isEmpty();
    }

    @Test
    void should_not_touch_what_the_name_fits_as_a_regular_expression() {
        MadeTree tree = MadeTree.of(pod("a.io/shop:1", "a-io/shop:1"), pod("a.io/shop:2", "a-io/shop:1"));

        assertThat(tree.overlay("two", "kustomization.yaml")).doesNotContain("images:");
        assertThat(tree.differences()).isEmpty();
    }

    private static String pod(String... images) {
        StringBuilder yaml = new StringBuilder("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: shop}
                spec:
                  template:
                    spec:
                      containers:
                """);
        for (String image : images) {
            yaml.append("        - {name: c%d, image: \"%s\"}\n".formatted(yaml.length(), image));
        }
        return yaml.toString();
    }
}
