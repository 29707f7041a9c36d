; Fibonacci numbers by recursion, with arguments on the stack as C passes them.
%include "bench.inc"
prepare:
	ret
work:
	push dword 29
	call fibonacci
	add esp, 4
	ret
fibonacci:
	push ebp
	mov ebp, esp
	push ebx
	mov eax, [ebp + 8]
	cmp eax, 2
	jb .small
	dec eax
	push eax
	call fibonacci
	add esp, 4
	mov ebx, eax
	mov eax, [ebp + 8]
	sub eax, 2
	push eax
	call fibonacci
	add esp, 4
	add eax, ebx
.small:
	pop ebx
	pop ebp
	ret
