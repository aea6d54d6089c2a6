// Sums over processes of one machine, by Gloo (c10d). Where libtorch's package brings no headers of Gloo, as PyTorch's wheels do not,
// joining is refused with a word. Functions return 0 (fine) or 1 (shim_gloo_error() says why).
#include <cstdint>
#include <string>

#define SHIM extern "C" __attribute__((visibility("default")))

namespace {
thread_local std::string last_error;
}

SHIM const char* shim_gloo_error() { return last_error.c_str(); }

#ifdef USE_C10D_GLOO
#include <torch/csrc/distributed/c10d/FileStore.hpp>
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>

namespace {

using Group = c10::intrusive_ptr<c10d::ProcessGroupGloo>;

template <class F> int32_t guarded(F&& body) {
  try { body(); return 0; }
  catch (const c10::Error& e) { last_error = e.what_without_backtrace(); }
  catch (const std::exception& e) { last_error = e.what(); }
  catch (...) { last_error = "Gloo threw something that is not an exception"; }
  return 1;
}

}  // namespace

// Meets the other processes at a file that all name, and waits for all of them.
SHIM int32_t shim_gloo_join(const char* file, int32_t rank, int32_t size, int64_t timeout_ms, void** group) {
  return guarded([&] {
    auto store = c10::make_intrusive<c10d::FileStore>(file, size);
    store->setTimeout(std::chrono::milliseconds(timeout_ms));
    auto options = c10d::ProcessGroupGloo::Options::create();
    options->devices.push_back(c10d::ProcessGroupGloo::createDeviceForHostname("127.0.0.1"));
    options->timeout = std::chrono::milliseconds(timeout_ms);
    options->threads = 1;
    *group = new Group(c10::make_intrusive<c10d::ProcessGroupGloo>(store, rank, size, options));
  });
}
// Replaces a tensor by its sum over all processes.
SHIM int32_t shim_gloo_sum(void* group, c10::TensorImpl* handle) {
  return guarded([&] {
    std::vector<at::Tensor> tensors{at::Tensor(c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim_copy(handle))};
    (*static_cast<Group*>(group))->allreduce(tensors)->wait();
  });
}
SHIM void shim_gloo_leave(void* group) { delete static_cast<Group*>(group); }

#else

SHIM int32_t shim_gloo_join(const char*, int32_t, int32_t, int64_t, void**) {
  last_error = "MatNotebooks was built against a libtorch without the headers of Gloo: install libgloo-dev (Debian, Ubuntu) and rebuild";
  return 1;
}
SHIM int32_t shim_gloo_sum(void*, void*) { return 1; }
SHIM void shim_gloo_leave(void*) {}

#endif
