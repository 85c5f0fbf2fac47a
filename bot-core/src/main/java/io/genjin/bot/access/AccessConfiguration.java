package io.genjin.bot.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LoginProperties.class)
class AccessConfiguration implements WebMvcConfigurer {
    private final PageGate pages;
    private final ApiGate api;

    AccessConfiguration(PageGate pages, ApiGate api) {
        this.pages = pages;
        this.api = api;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(pages).addPathPatterns("/h5/**").excludePathPatterns("/h5/login");
        registry.addInterceptor(api).addPathPatterns("/api/**");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ViewerResolver());
    }

    /** Gives handler methods the viewer that the gate proved, and templates the same one. */
    static final class ViewerResolver implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Viewer.class;
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            Object viewer = request.getAttribute(PageGate.VIEWER, RequestAttributes.SCOPE_REQUEST);
            if (viewer == null) {
                throw new PageForbidden();
            }
            if (container != null) {
                container.addAttribute("viewer", viewer);
            }
            return viewer;
        }
    }
}
