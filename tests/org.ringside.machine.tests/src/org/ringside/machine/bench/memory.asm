; Reads and writes words all over 4 MiB, in an order that a linear congruence gives.
%include "bench.inc"
prepare:
	ret
work:
	mov edi, ROOM
	mov ecx, 0x100000
	mov eax, 1
.fill:
	mov [edi], eax
	add edi, 4
	inc eax
	dec ecx
	jnz .fill
	mov ecx, 5000000
	mov ebx, 12345
	xor eax, eax
.next:
	imul ebx, ebx, 1664525
	add ebx, 1013904223
	mov edx, ebx
	shr edx, 12
	add eax, [ROOM + edx * 4]
	mov [ROOM + edx * 4], eax
	add dword [ROOM + edx * 4], 3
	dec ecx
	jnz .next
	ret
