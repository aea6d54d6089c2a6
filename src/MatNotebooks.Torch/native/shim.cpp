// The one door between C# and libtorch: a frozen C interface that names no ATen operator.
// Operators are found by name in libtorch's dispatcher and called boxed, so a new operator needs no line here.
// A tensor handle is a TensorImpl* that owns one reference; null is the undefined tensor.
// Every function that can fail returns 0 (fine), 1 (shim_error() says why) or 2 (a C# callback failed: shim_error_ticket()).
#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <c10/util/Logging.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/functions/utils.h>
#include <torch/csrc/autograd/saved_variable.h>
#include <torch/cuda.h>
#include <torch/version.h>

#define SHIM extern "C" __attribute__((visibility("default")))

namespace autograd = torch::autograd;
using at::Tensor;
using Handle = c10::TensorImpl*;
using OptionalTensor = decltype(std::declval<c10::IValue&>().toOptional<Tensor>());  // c10's optional in 1.13, std's in late 2.x

namespace {

enum Tag : int32_t {
  None = 0, TensorTag = 1, Int = 2, Double = 3, Bool = 4, String = 5, IntList = 6, DoubleList = 7, BoolList = 8, TensorList = 9,
  DeviceTag = 10, GeneratorTag = 11, Default = 12
};

// Sixteen bytes, the same in C#. For arguments `count` is the length of a list, string bytes, or a device's index;
// for a returned tensor it is the KiB its storage holds when nothing else shares that storage, else 0.
struct Slot {
  int32_t tag;
  int32_t count;
  union { int64_t i; double d; void* p; };
};

struct ManagedFailure : std::exception {
  int64_t ticket;
  explicit ManagedFailure(int64_t t) : ticket(t) {}
  const char* what() const noexcept override { return "a backward function written in C# failed"; }
};

thread_local std::string last_error;
thread_local int64_t last_ticket = 0;

template <class F> int32_t guarded(F&& body) {
  try { body(); return 0; }
  catch (const ManagedFailure& e) { last_error = e.what(); last_ticket = e.ticket; return 2; }
  catch (const c10::Error& e) { last_error = e.what_without_backtrace(); }
  catch (const std::exception& e) { last_error = e.what(); }
  catch (...) { last_error = "libtorch threw something that is not an exception"; }
  return 1;
}

Tensor borrow(Handle h) {
  if (!h) return Tensor();
  return Tensor(c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim_copy(h));
}

Handle give(Tensor t) { return t.defined() ? t.unsafeReleaseTensorImpl() : nullptr; }

std::vector<Tensor> borrow_all(const Handle* handles, int32_t n) {
  std::vector<Tensor> all;
  all.reserve(n);
  for (int32_t i = 0; i < n; i++) all.push_back(borrow(handles[i]));
  return all;
}

int32_t owned_kib(const Tensor& t) {
  if (!t.has_storage() || t.storage().use_count() != 1) return 0;
  return static_cast<int32_t>(std::min<size_t>(t.storage().nbytes() >> 10, INT32_MAX));
}

c10::IValue to_ivalue(const Slot& s, const c10::Argument& formal) {
  if (s.tag == Default) {
    TORCH_CHECK(formal.default_value(), "argument '", formal.name(), "' has no default");
    return *formal.default_value();
  }
  c10::TypePtr type = formal.type();
  if (auto optional = type->cast<c10::OptionalType>()) type = optional->getElementType();
  switch (s.tag) {
    case None: return {};
    case TensorTag: return borrow(static_cast<Handle>(s.p));
    case Int: return type->kind() == c10::TypeKind::FloatType ? c10::IValue(static_cast<double>(s.i)) : c10::IValue(s.i);
    case Double: return s.d;
    case Bool: return s.i != 0;
    case String: return std::string(static_cast<const char*>(s.p), s.count);
    case IntList: return c10::List<int64_t>(at::IntArrayRef(static_cast<const int64_t*>(s.p), s.count));
    case DoubleList: return c10::List<double>(at::ArrayRef<double>(static_cast<const double*>(s.p), s.count));
    case BoolList: {
      c10::List<bool> list;
      for (int32_t i = 0; i < s.count; i++) list.push_back(static_cast<const int64_t*>(s.p)[i] != 0);
      return list;
    }
    case TensorList: {
      auto handles = static_cast<Handle*>(s.p);
      auto element = type->cast<c10::ListType>();
      if (element && element->getElementType()->kind() == c10::TypeKind::OptionalType) {
        c10::List<OptionalTensor> list;
        for (int32_t i = 0; i < s.count; i++) list.push_back(handles[i] ? OptionalTensor(borrow(handles[i])) : OptionalTensor());
        return list;
      }
      return c10::List<Tensor>(borrow_all(handles, s.count));
    }
    case DeviceTag: return c10::Device(static_cast<c10::DeviceType>(s.i), static_cast<c10::DeviceIndex>(s.count));
    case GeneratorTag: return *static_cast<at::Generator*>(s.p);
    default: TORCH_CHECK(false, "unknown argument tag ", s.tag);
  }
}

Slot from_tensor(const Tensor& t) {
  Slot s{TensorTag, 0, {0}};
  if (!t.defined()) { s.tag = None; return s; }
  s.count = owned_kib(t);
  s.p = give(t);
  return s;
}

Slot from_ivalue(c10::IValue&& v) {
  Slot s{None, 0, {0}};
  if (v.isTensor()) {
    Tensor t = std::move(v).toTensor();
    if (!t.defined()) return s;
    s.tag = TensorTag; s.count = owned_kib(t); s.p = give(std::move(t));
  } else if (v.isInt()) { s.tag = Int; s.i = v.toInt(); }
  else if (v.isDouble()) { s.tag = Double; s.d = v.toDouble(); }
  else if (v.isBool()) { s.tag = Bool; s.i = v.toBool(); }
  else if (v.isTensorList()) {
    auto list = v.toTensorVector();
    auto slots = static_cast<Slot*>(malloc(sizeof(Slot) * std::max<size_t>(list.size(), 1)));
    for (size_t i = 0; i < list.size(); i++) slots[i] = from_tensor(list[i]);
    s.tag = TensorList; s.count = static_cast<int32_t>(list.size()); s.p = slots;
  } else TORCH_CHECK(v.isNone(), "a result of kind ", v.tagKind(), " has no form in C#");
  return s;
}

// What C# gives once: how to run a node's backward, forget what a node saved, free a node, and free shared memory.
struct Callbacks {
  int64_t (*backward)(void* state, void* node, Handle* grads, int32_t n, Handle* out, int32_t m);
  void (*release)(void* state);
  void (*free_node)(void* state);
  void (*free_blob)(void* state);
} callbacks;

struct ManagedNode : autograd::Node {
  void* state;
  explicit ManagedNode(void* s) : state(s) {}
  ~ManagedNode() override { callbacks.free_node(state); }
  std::string name() const override { return "ManagedBackward"; }
  void release_variables() override { callbacks.release(state); }
  autograd::variable_list apply(autograd::variable_list&& grads) override {
    std::vector<Handle> in, out(num_outputs(), nullptr);
    for (auto& g : grads) in.push_back(give(std::move(g)));
    int64_t ticket = callbacks.backward(state, this, in.data(), static_cast<int32_t>(in.size()), out.data(), static_cast<int32_t>(out.size()));
    if (ticket) throw ManagedFailure(ticket);  // C# gave nothing then, so nothing is owed
    autograd::variable_list results;
    for (Handle h : out) results.push_back(h ? Tensor(c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim(h)) : Tensor());
    return results;
  }
};

}  // namespace

SHIM const char* shim_libtorch_version() { return TORCH_VERSION; }
SHIM const char* shim_error() { return last_error.c_str(); }
SHIM int64_t shim_error_ticket() { return last_ticket; }
SHIM void shim_start(Callbacks given) {
  callbacks = given;
  c10::SetStackTraceFetcher([] { return std::string(); });  // a backtrace costs 5 ms an error
}

// Operators.
SHIM int32_t shim_operator(const char* name, const char* overload, void** op) {
  return guarded([&] { *op = new c10::OperatorHandle(c10::Dispatcher::singleton().findSchemaOrThrow(name, overload)); });
}
SHIM int32_t shim_call(void* op, const Slot* args, int32_t n, Slot* results, int32_t wanted) {
  return guarded([&] {
    auto& handle = *static_cast<c10::OperatorHandle*>(op);
    auto& formals = handle.schema().arguments();
    TORCH_CHECK(static_cast<size_t>(n) <= formals.size(), handle.schema().name(), " takes ", formals.size(), " arguments, not ", n);
    c10::Stack stack;
    stack.reserve(formals.size());
    for (int32_t i = 0; i < n; i++) stack.push_back(to_ivalue(args[i], formals[i]));
    for (size_t i = n; i < formals.size(); i++) stack.push_back(to_ivalue(Slot{Default, 0, {0}}, formals[i]));
    handle.callBoxed(&stack);
    for (int32_t i = 0; i < wanted; i++) results[i] = i < static_cast<int32_t>(stack.size()) ? from_ivalue(std::move(stack[i])) : Slot{None, 0, {0}};
  });
}
SHIM void shim_free(void* memory) { free(memory); }

// Tensors.
SHIM void shim_tensor_free(Handle h) { c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim(h); }
SHIM Handle shim_tensor_share(Handle h) { return give(borrow(h)); }
SHIM int32_t shim_tensor_ndim(Handle h) { return static_cast<int32_t>(h->dim()); }
SHIM int64_t shim_tensor_numel(Handle h) { return h->numel(); }
SHIM int32_t shim_tensor_dtype(Handle h) { return static_cast<int32_t>(c10::typeMetaToScalarType(h->dtype())); }
SHIM void shim_tensor_device(Handle h, int32_t* type, int32_t* index) {
  *type = static_cast<int32_t>(h->device().type());
  *index = h->device().index();
}
SHIM void shim_tensor_sizes(Handle h, int64_t* out) { auto v = h->sizes(); std::copy(v.begin(), v.end(), out); }
SHIM int32_t shim_tensor_strides(Handle h, int64_t* out) {
  return guarded([&] { auto v = h->strides(); std::copy(v.begin(), v.end(), out); });
}
SHIM int64_t shim_tensor_storage_offset(Handle h) { return h->storage_offset(); }
SHIM int32_t shim_tensor_is_contiguous(Handle h) { return h->is_contiguous(); }
SHIM int32_t shim_tensor_data(Handle h, void** out) { return guarded([&] { *out = borrow(h).data_ptr(); }); }
SHIM void shim_tensor_bump_version(Handle h) { h->bump_version(); }
SHIM int32_t shim_tensor_from_blob(void* data, const int64_t* sizes, int32_t ndim, int32_t dtype, void* state, Handle* out) {
  return guarded([&] {
    auto options = at::TensorOptions().dtype(static_cast<c10::ScalarType>(dtype));
    *out = give(at::from_blob(data, at::IntArrayRef(sizes, ndim), [state](void*) { callbacks.free_blob(state); }, options));
  });
}

// Autograd.
SHIM int32_t shim_grad_mode() { return c10::GradMode::is_enabled(); }
SHIM void shim_set_grad_mode(int32_t on) { c10::GradMode::set_enabled(on != 0); }
SHIM int32_t shim_requires_grad(Handle h) { return borrow(h).requires_grad(); }
SHIM int32_t shim_set_requires_grad(Handle h, int32_t on) { return guarded([&] { borrow(h).set_requires_grad(on != 0); }); }
SHIM int32_t shim_is_leaf(Handle h) { return borrow(h).is_leaf(); }
SHIM int32_t shim_retain_grad(Handle h) { return guarded([&] { borrow(h).retain_grad(); }); }
SHIM Handle shim_grad(Handle h) { return give(borrow(h).grad()); }
SHIM int32_t shim_set_grad(Handle h, Handle grad) { return guarded([&] { borrow(h).mutable_grad() = borrow(grad); }); }
SHIM int32_t shim_backward(const Handle* roots, int32_t n, const Handle* grads, int32_t retain, int32_t create, const Handle* inputs, int32_t m) {
  return guarded([&] {
    auto g = grads ? borrow_all(grads, n) : std::vector<Tensor>();
    autograd::backward(borrow_all(roots, n), g, retain != 0, create != 0, borrow_all(inputs, m));
  });
}
SHIM int32_t shim_gradients(const Handle* roots, int32_t n, const Handle* inputs, int32_t m, const Handle* grads,
                            int32_t retain, int32_t create, int32_t allow_unused, Handle* out) {
  return guarded([&] {
    auto g = grads ? borrow_all(grads, n) : std::vector<Tensor>();
    auto results = autograd::grad(borrow_all(roots, n), borrow_all(inputs, m), g, retain != 0, create != 0, allow_unused != 0);
    for (int32_t i = 0; i < m; i++) out[i] = give(results[i]);
  });
}
// Makes outputs the results of one node whose backward is `state`'s. Outputs that cannot have gradients are given as null.
// The tensors to keep for backward are wrapped here, after the outputs know their node, so that keeping an output makes no cycle.
SHIM int32_t shim_node_attach(void* state, const Handle* inputs, int32_t n, const Handle* outputs, int32_t m,
                              const Handle* kept, const uint8_t* is_output, int32_t k, void** saved) {
  std::shared_ptr<ManagedNode> node(new ManagedNode(state), autograd::deleteNode);
  return guarded([&] {
    node->set_next_edges(autograd::collect_next_edges(borrow_all(inputs, n)));
    for (int32_t i = 0; i < m; i++) {
      Tensor output = borrow(outputs[i]);
      autograd::set_history(output, node);
    }
    for (int32_t i = 0; i < k; i++) saved[i] = new autograd::SavedVariable(borrow(kept[i]), is_output[i] != 0);
  });
}
SHIM int32_t shim_saved_unpack(void* saved, void* node, Handle* out) {
  return guarded([&] {
    auto owner = node ? static_cast<ManagedNode*>(node)->shared_from_this() : nullptr;
    *out = give(static_cast<autograd::SavedVariable*>(saved)->unpack(owner));
  });
}
SHIM void shim_saved_free(void* saved) { delete static_cast<autograd::SavedVariable*>(saved); }

// Random numbers.
SHIM int32_t shim_manual_seed(uint64_t seed) { return guarded([&] { at::manual_seed(seed); }); }
SHIM int32_t shim_generator(int32_t type, int32_t index, int32_t is_default, void** out) {
  return guarded([&] {
    auto& g = at::globalContext().defaultGenerator(c10::Device(static_cast<c10::DeviceType>(type), static_cast<c10::DeviceIndex>(index)));
    *out = new at::Generator(is_default ? g : g.clone());
  });
}
SHIM void shim_generator_free(void* g) { delete static_cast<at::Generator*>(g); }
SHIM int32_t shim_generator_seed(void* g, int32_t set, uint64_t* seed) {
  return guarded([&] {
    auto& generator = *static_cast<at::Generator*>(g);
    std::lock_guard<std::mutex> lock(generator.mutex());
    if (set == 1) generator.set_current_seed(*seed);
    else *seed = set == 2 ? generator.seed() : generator.current_seed();
  });
}
SHIM int32_t shim_generator_state(void* g, Handle set, Handle* out) {
  return guarded([&] {
    auto& generator = *static_cast<at::Generator*>(g);
    std::lock_guard<std::mutex> lock(generator.mutex());
    if (set) generator.set_state(borrow(set)); else *out = give(generator.get_state());
  });
}

// The machine.
SHIM int32_t shim_threads() { return at::get_num_threads(); }
SHIM void shim_set_threads(int32_t n) { at::set_num_threads(n); }
SHIM int32_t shim_interop_threads() { return at::get_num_interop_threads(); }
SHIM int32_t shim_set_interop_threads(int32_t n) { return guarded([&] { at::set_num_interop_threads(n); }); }
SHIM int32_t shim_set_flush_denormal(int32_t on) { return at::globalContext().setFlushDenormal(on != 0); }
SHIM int32_t shim_cuda_count() { return at::hasCUDA() ? static_cast<int32_t>(torch::cuda::device_count()) : 0; }
SHIM int32_t shim_cuda_synchronize(int32_t index) { return guarded([&] { torch::cuda::synchronize(index); }); }
// Whether factors of products may be rounded to TF32 on a GPU: 0 cuBLAS (matrices), 1 cuDNN (convolutions, recurrent layers).
SHIM int32_t shim_tf32(int32_t library) {
  auto& context = at::globalContext();
  return library ? context.allowTF32CuDNN() : context.float32MatmulPrecision() != at::Float32MatmulPrecision::HIGHEST;
}
SHIM int32_t shim_set_tf32(int32_t library, int32_t on) {
  return guarded([&] {
    if (library) at::globalContext().setAllowTF32CuDNN(on != 0);
    else at::globalContext().setFloat32MatmulPrecision(on ? "high" : "highest");
  });
}
